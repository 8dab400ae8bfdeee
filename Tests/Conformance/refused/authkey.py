# The key by which processes know each other.
from multiprocessing import current_process

print(len(current_process().authkey))  # expect refused: 'authkey' is not part of tutor's multiprocessing
