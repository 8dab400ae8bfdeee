# A managed Value and a managed Array: ordinary Python values, no types, no locks.
from multiprocessing import Manager, Process


def child(v, a):
    v.value += 1
    v.set(v.get() * 10)
    a[1] = 7


if __name__ == '__main__':
    with Manager() as manager:
        v, a = manager.Value('i', 4), manager.Array('i', [1, 2, 3])
        p = Process(target=child, args=(v, a))
        p.start()
        p.join()
        print(v.value, v.get(), a[1], a[0:2], len(a), list(a))
        v.value = 'any text'
        print(v, hasattr(v, 'get_lock'))
        try:
            a[0] = 1.5
        except TypeError as error:
            print(error)
        a[3]
# expect: 50 50 7 array('i', [1, 7]) 3 [1, 7, 3]
# expect: Value('i', 'any text') False
# expect: 'float' object cannot be interpreted as an integer
# expect error: IndexError: array index out of range
