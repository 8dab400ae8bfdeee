# A daemonic producer is ended with main; its item may be lost, and nobody misses it.
# chance
# observe: (printed('put'), stuck)
# expect outcomes: {(0, False), (1, False)}
from multiprocessing import Process, Queue


def cook(q):
    q.put('bun')
    print('put')


if __name__ == '__main__':
    q = Queue()
    Process(target=cook, args=(q,), daemon=True).start()
