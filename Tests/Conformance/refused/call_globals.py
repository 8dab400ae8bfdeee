# globals.
print(globals())  # expect refused: the builtin 'globals' is not part of tutor's Python
