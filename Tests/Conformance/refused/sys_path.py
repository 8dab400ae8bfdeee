# sys.path.
import sys
print(sys.path)  # expect refused: 'sys.path' is not part of tutor's Python
