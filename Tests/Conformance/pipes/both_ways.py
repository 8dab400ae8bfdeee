# A pipe has two ends, and both can speak.
from multiprocessing import Pipe, Process


def child(end):
    print('child got', end.recv())
    end.send(['answer', 42])
    end.close()


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    a.send('question')
    print('parent got', a.recv())
    p.join()
# expect: child got question
# expect: parent got ['answer', 42]
