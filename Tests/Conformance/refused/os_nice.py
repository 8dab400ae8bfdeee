# Priorities.
import os
os.nice(10)  # expect refused: 'os.nice' is not part of tutor's Python
