# input.
name = input('name? ')  # expect refused: the builtin 'input' is not part of tutor's Python
