# Who gets which item is open; none is got twice.
# chance
# observe: sorted(lines)
# expect outcomes: {['A 1', 'B 2'], ['A 2', 'B 1']}
from multiprocessing import Process, Queue


def eat(name, q):
    print(name, q.get())


if __name__ == '__main__':
    q = Queue()
    ps = [Process(target=eat, args=(name, q)) for name in 'AB']
    for p in ps:
        p.start()
    q.put(1)
    q.put(2)
    for p in ps:
        p.join()
