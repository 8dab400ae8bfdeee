# glob.
import glob  # expect refused: the module 'glob' is not part of tutor's Python
