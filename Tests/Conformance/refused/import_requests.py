# requests.
import requests  # expect refused: the module 'requests' is not part of tutor's Python
