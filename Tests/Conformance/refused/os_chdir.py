# os.chdir.
import os
os.chdir('/')  # expect refused: 'os.chdir' is not part of tutor's Python
