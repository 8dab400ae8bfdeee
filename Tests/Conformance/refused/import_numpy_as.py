# The same under another name.
import numpy as np  # expect refused: the module 'numpy' is not part of tutor's Python
