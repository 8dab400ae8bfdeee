# SimpleQueue pickles in put, so put itself raises.
from multiprocessing import Lock, SimpleQueue

q = SimpleQueue()
for thing in [Lock(), (n for n in [1])]:
    try:
        q.put(thing)
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
print(q.empty())
q.put({'a': 1})
print(q.get())
# expect: RuntimeError Lock objects should only be shared between processes through inheritance
# expect: TypeError cannot pickle 'generator' object
# expect: True
# expect: {'a': 1}
