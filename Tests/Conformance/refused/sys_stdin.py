# sys.stdin.
import sys
print(sys.stdin.read())  # expect refused: 'sys.stdin' is not part of tutor's Python
