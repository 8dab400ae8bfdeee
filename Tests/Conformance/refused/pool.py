# Pool.
from multiprocessing import Pool  # expect refused: 'multiprocessing.Pool' is not part of tutor's Python
