# os.system.
import os
os.system('ls')  # expect refused: 'os.system' is not part of tutor's Python
