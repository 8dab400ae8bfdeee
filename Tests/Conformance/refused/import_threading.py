# Threads.
import threading  # expect refused: the module 'threading' is not part of tutor's Python
