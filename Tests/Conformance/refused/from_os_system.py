# The same by from.
from os import system  # expect refused: 'os.system' is not part of tutor's Python
