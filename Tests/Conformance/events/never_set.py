# An event that nobody sets.
# expect stuck
from multiprocessing import Event

ready = Event()
print('waiting')
ready.wait()
# expect: waiting
