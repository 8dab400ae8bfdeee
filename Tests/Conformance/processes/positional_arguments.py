# Arguments in the order group, target, name, args, kwargs.
from multiprocessing import Process


def child(*args, **kwargs):
    print(args, kwargs)


if __name__ == '__main__':
    p = Process(None, child, 'worker', [1, 2], {'x': 3})
    print(p.name)
    p.start()
    p.join()
    p = Process(target=child, args={'a': 1}, kwargs=[('k', 1)])
    p.start()
    p.join()
# expect: worker
# expect: (1, 2) {'x': 3}
# expect: ('a',) {'k': 1}
