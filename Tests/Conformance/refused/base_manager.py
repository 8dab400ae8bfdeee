# A manager of one's own.
from multiprocessing.managers import BaseManager  # expect refused: 'multiprocessing.managers.BaseManager' is not part of tutor's Python
