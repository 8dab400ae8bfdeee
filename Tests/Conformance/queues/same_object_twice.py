# One message keeps its own sharing; two messages do not share.
from multiprocessing import Queue

q = Queue()
a = [1]
q.put([a, a])
x = q.get()
print(x[0] is x[1], x[0] is a)
q.put(a)
q.put(a)
print(q.get() is q.get())
# expect: True False
# expect: False
