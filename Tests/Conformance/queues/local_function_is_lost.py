# A function inside a function cannot be pickled.
from multiprocessing import Queue


def work():
    def inner():
        pass
    q = Queue()
    q.put(inner)
    q.put('next')
    print(q.get())


work()
# expect stderr: AttributeError: Can't pickle local object 'work.<locals>.inner'
# expect: next
