# The network.
import socket  # expect refused: the module 'socket' is not part of tutor's Python
