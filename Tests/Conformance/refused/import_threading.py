# Threads.
from threading import Thread  # expect refused: 'threading.Thread' is not part of tutor's Python
