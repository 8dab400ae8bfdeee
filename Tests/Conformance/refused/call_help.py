# help.
help(print)  # expect refused: the builtin 'help' is not part of tutor's Python
