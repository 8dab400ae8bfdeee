# pathlib.
from pathlib import Path  # expect refused: the module 'pathlib' is not part of tutor's Python
