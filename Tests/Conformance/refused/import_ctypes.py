# ctypes.
import ctypes  # expect refused: the module 'ctypes' is not part of tutor's Python
