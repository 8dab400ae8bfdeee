# An executor of processes.
import concurrent.futures  # expect refused: the module 'concurrent.futures' is not part of tutor's Python
