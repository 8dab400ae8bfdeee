# A bare pipe.
import os
r, w = os.pipe()  # expect refused: 'os.pipe' is not part of tutor's Python
