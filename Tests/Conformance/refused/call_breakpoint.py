# breakpoint.
breakpoint()  # expect refused: the builtin 'breakpoint' is not part of tutor's Python
