# A member that only CPython's os has.
import os
os.execv('/bin/ls', ['ls'])  # expect refused: 'os.execv' is not part of tutor's Python
