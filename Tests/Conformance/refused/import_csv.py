# csv.
import csv  # expect refused: the module 'csv' is not part of tutor's Python
