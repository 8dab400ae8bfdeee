# Threads.
import threading

threading.Thread(target=print).start()  # expect refused: 'threading.Thread' is not part of tutor's Python
