# The exception of the moment.
import sys
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info())  # expect refused: 'sys.exc_info' is not part of tutor's Python
