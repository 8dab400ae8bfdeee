# locals.
def f():
    return locals()  # expect refused: the builtin 'locals' is not part of tutor's Python
