# Another way to show exceptions.
import sys
sys.excepthook = print  # expect refused: 'sys.excepthook' is not part of tutor's Python
