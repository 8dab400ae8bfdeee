# The environment.
import os
print(os.getenv('HOME'))  # expect refused: 'os.getenv' is not part of tutor's Python
