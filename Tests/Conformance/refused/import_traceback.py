# traceback.
import traceback  # expect refused: the module 'traceback' is not part of tutor's Python
