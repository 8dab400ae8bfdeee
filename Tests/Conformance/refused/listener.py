# A listener.
from multiprocessing.connection import Listener  # expect refused: 'multiprocessing.connection.Listener' is not part of tutor's Python
