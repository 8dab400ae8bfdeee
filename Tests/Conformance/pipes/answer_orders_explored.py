# A message orders what was before it and what is after it.
# observe: lines
# expect outcomes: {['child first', 'then parent']}
from multiprocessing import Pipe, Process


def child(end):
    print('child first')
    end.send(None)


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    a.recv()
    print('then parent')
    p.join()
# expect: child first
# expect: then parent
