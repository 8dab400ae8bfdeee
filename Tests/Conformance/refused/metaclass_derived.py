# A class derived from type.
class Shop(type):  # expect refused: metaclasses are not part of tutor's Python
    pass
