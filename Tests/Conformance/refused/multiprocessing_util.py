# The insides of multiprocessing.
from multiprocessing import util  # expect refused: 'multiprocessing.util' is not part of tutor's Python
