# os.kill.
import os
os.kill(1, 9)  # expect refused: 'os.kill' is not part of tutor's Python
