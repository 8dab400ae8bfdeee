# A metaclass.
class Shop(metaclass=type):  # expect refused: keywords of a class, such as metaclass=, are not part of tutor's Python
    pass
