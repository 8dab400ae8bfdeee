# Waiting for one by its number.
import os
print(os.waitpid(1, 0))  # expect refused: 'os.waitpid' is not part of tutor's Python
