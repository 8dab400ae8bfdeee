# The queue of threads.
from queue import Queue  # expect refused: 'queue.Queue' is not part of tutor's Python
q = Queue()
