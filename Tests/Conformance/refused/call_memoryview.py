# memoryview.
view = memoryview(b'abc')  # expect refused: the builtin 'memoryview' is not part of tutor's Python
