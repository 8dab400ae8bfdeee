# A module that is installed separately.
import numpy  # expect refused: the module 'numpy' is not part of tutor's Python
