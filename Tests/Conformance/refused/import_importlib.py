# importlib.
import importlib  # expect refused: the module 'importlib' is not part of tutor's Python
