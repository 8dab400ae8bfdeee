# Another start method.
import multiprocessing
context = multiprocessing.get_context('spawn')  # expect refused: 'multiprocessing.get_context' is not part of tutor's Python
