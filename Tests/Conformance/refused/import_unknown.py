# A module that does not exist.
import nothing_like_this  # expect refused: the module 'nothing_like_this' is not part of tutor's Python
