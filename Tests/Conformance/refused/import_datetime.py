# datetime.
import datetime  # expect refused: the module 'datetime' is not part of tutor's Python
print(datetime.datetime.now())
