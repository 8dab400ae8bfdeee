# shared_memory.
from multiprocessing import shared_memory  # expect refused: 'multiprocessing.shared_memory' is not part of tutor's Python
