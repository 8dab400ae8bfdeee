# A block of shared memory.
from multiprocessing.shared_memory import SharedMemory  # expect refused: the module 'multiprocessing.shared_memory' is not part of tutor's Python
