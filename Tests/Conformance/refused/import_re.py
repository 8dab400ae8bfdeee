# Regular expressions.
import re  # expect refused: the module 're' is not part of tutor's Python
