# A folder of its own.
import os
os.mkdir('shop')  # expect refused: 'os.mkdir' is not part of tutor's Python
