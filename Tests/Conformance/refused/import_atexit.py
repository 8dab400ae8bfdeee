# atexit.
import atexit  # expect refused: the module 'atexit' is not part of tutor's Python
