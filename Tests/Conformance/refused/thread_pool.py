# A pool of threads.
from multiprocessing.pool import ThreadPool  # expect refused: the module 'multiprocessing.pool' is not part of tutor's Python
