# heapq.
from heapq import heappush  # expect refused: the module 'heapq' is not part of tutor's Python
