# select.
import select  # expect refused: the module 'select' is not part of tutor's Python
