# A connection over the network.
from multiprocessing.connection import Client  # expect refused: 'multiprocessing.connection.Client' is not part of tutor's Python
