# tempfile.
import tempfile  # expect refused: the module 'tempfile' is not part of tutor's Python
