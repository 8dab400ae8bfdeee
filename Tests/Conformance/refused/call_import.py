# __import__.
os = __import__('os')  # expect refused: the builtin '__import__' is not part of tutor's Python
