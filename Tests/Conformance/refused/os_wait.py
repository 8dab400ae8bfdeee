# Waiting for any child.
import os
print(os.wait())  # expect refused: 'os.wait' is not part of tutor's Python
