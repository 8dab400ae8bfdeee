# eval.
print('never')
print(eval('1 + 1'))  # expect refused: the builtin 'eval' is not part of tutor's Python
