# Nor can an open file.
from multiprocessing import Queue

q = Queue()
with open('notes.txt', 'w') as file:
    q.put(file)
    q.put(file.name)
    print(q.get())
# expect stderr: TypeError: cannot pickle '_io.TextIOWrapper' object
# expect: notes.txt
