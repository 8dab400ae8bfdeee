# multiprocessing.dummy.
from multiprocessing.dummy import Process  # expect refused: the module 'multiprocessing.dummy' is not part of tutor's Python
