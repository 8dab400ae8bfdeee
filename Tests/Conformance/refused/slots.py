# __slots__.
class Point:
    __slots__ = ('x', 'y')  # expect refused: __slots__ is not part of tutor's Python
