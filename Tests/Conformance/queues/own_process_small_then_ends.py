# A small item needs no reader.
from multiprocessing import Queue

q = Queue()
q.put('left behind')
print('main is done')
# expect: main is done
