# bytearray.
data = bytearray(3)  # expect refused: the builtin 'bytearray' is not part of tutor's Python
