# An object that refuses to be pickled, in its own words.
from multiprocessing import Queue


class Secret:
    def __reduce__(self):
        raise TypeError('secrets stay at home')


q = Queue()
q.put(Secret())
q.put('next')
print(q.get())
# expect stderr: TypeError: secrets stay at home
# expect: next
