# Web addresses.
from urllib.request import urlopen  # expect refused: the module 'urllib.request' is not part of tutor's Python
