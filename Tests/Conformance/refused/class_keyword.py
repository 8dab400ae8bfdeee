# A keyword of a class.
class Base:
    pass
class Shop(Base, open=True):  # expect refused: keywords of a class, such as metaclass=, are not part of tutor's Python
    pass
