# os.environ.
import os
print(os.environ['HOME'])  # expect refused: 'os.environ' is not part of tutor's Python
