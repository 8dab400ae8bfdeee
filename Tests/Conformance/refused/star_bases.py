# Bases that are spread.
bases = (object,)


class Shop(*bases):  # expect refused: spread bases of a class are not part of tutor's Python
    pass
