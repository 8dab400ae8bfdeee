# A relative module.
from .shop import buy  # expect refused: relative imports are not part of tutor's Python
