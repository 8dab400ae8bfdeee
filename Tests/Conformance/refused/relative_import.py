# A relative import.
from . import shop  # expect refused: relative imports are not part of tutor's Python
