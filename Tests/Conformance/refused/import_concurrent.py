# concurrent.futures.
from concurrent.futures import ProcessPoolExecutor  # expect refused: the module 'concurrent.futures' is not part of tutor's Python
