# enum.
import enum  # expect refused: the module 'enum' is not part of tutor's Python
