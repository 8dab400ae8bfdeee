# except*.
try:
    pass
except* ValueError:  # expect refused: except* is not part of tutor's Python
    pass
