# Another start method.
import multiprocessing
context = multiprocessing.get_context('spawn')  # expect refused: the start method 'spawn' is not part of tutor's Python
