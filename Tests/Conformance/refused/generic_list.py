# A generic type as a value.
Row = list[int]  # expect refused: generic types such as list[…] are not part of tutor's Python
