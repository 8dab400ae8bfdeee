# Other programs.
import subprocess  # expect refused: the module 'subprocess' is not part of tutor's Python
