# fcntl.
import fcntl  # expect refused: the module 'fcntl' is not part of tutor's Python
