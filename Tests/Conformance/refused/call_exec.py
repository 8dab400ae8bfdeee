# exec.
exec('x = 1')  # expect refused: the builtin 'exec' is not part of tutor's Python
