# dataclasses.
from dataclasses import dataclass  # expect refused: the module 'dataclasses' is not part of tutor's Python
