# Three ways to give a result back: a queue, a value, a managed dict.
from multiprocessing import Manager, Process, Queue, Value


def by_queue(q):
    q.put(42)


def by_value(v):
    v.value = 42


def by_dict(d):
    d['answer'] = 42


if __name__ == '__main__':
    q, v = Queue(), Value('i', 0)
    with Manager() as manager:
        d = manager.dict()
        ps = [Process(target=by_queue, args=(q,)), Process(target=by_value, args=(v,)),
              Process(target=by_dict, args=(d,))]
        for p in ps:
            p.start()
        print(q.get())
        for p in ps:
            p.join()
        print(v.value, d['answer'])
# expect: 42
# expect: 42 42
