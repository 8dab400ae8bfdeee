# sqlite3.
import sqlite3  # expect refused: the module 'sqlite3' is not part of tutor's Python
