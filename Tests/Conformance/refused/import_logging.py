# logging.
import logging  # expect refused: the module 'logging' is not part of tutor's Python
