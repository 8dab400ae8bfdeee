# pickle.
import pickle  # expect refused: the module 'pickle' is not part of tutor's Python
