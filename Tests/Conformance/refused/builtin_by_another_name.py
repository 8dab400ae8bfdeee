# A refused builtin that is not called.
calculate = eval  # expect refused: the builtin 'eval' is not part of tutor's Python
