# shutil.
import shutil  # expect refused: the module 'shutil' is not part of tutor's Python
