# os.fork.
import os
os.fork()  # expect refused: 'os.fork' is not part of tutor's Python
