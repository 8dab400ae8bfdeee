# Which processors a process may use.
import os
print(len(os.sched_getaffinity(0)))  # expect refused: 'os.sched_getaffinity' is not part of tutor's Python
