# dir.
print(dir())  # expect refused: the builtin 'dir' is not part of tutor's Python
