# A queue that sorts.
import queue
q = queue.PriorityQueue()  # expect refused: 'queue.PriorityQueue' is not part of tutor's Python
