# Refused although nobody calls it.
import os


def never():
    os.fork()  # expect refused: 'os.fork' is not part of tutor's Python


print('never printed')
