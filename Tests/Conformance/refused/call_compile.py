# compile.
code = compile('1', 'x', 'eval')  # expect refused: the builtin 'compile' is not part of tutor's Python
