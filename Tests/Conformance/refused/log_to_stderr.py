# The log of multiprocessing.
from multiprocessing import log_to_stderr  # expect refused: 'multiprocessing.log_to_stderr' is not part of tutor's Python
