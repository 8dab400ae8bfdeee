# vars without an argument.
def buy():
    price = 3
    return vars()  # expect refused: vars() is not part of tutor's Python
