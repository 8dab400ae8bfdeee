# A feeder that meets an error when its process is already ending gives up without a word, and
# what stands behind the item is lost too.
# chance
# observe: (printed('got'), stuck)
# expect outcomes: {(1, False), (0, True)}
from multiprocessing import Lock, Process, Queue


def send(q):
    q.put(Lock())
    q.put(1)


if __name__ == '__main__':
    q = Queue()
    p = Process(target=send, args=(q,))
    p.start()
    print('got', q.get())
    p.join()
