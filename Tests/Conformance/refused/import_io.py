# io.
import io  # expect refused: the module 'io' is not part of tutor's Python
