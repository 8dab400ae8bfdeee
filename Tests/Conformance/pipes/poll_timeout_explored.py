# poll with a time may give up although the message is on its way.
# chance
# observe: lines
# expect outcomes: {['hello'], ['nothing yet', 'hello']}
import time
from multiprocessing import Pipe, Process


def child(end):
    time.sleep(0.02)
    end.send('hello')


if __name__ == '__main__':
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    if not a.poll(0.02):
        print('nothing yet')
    print(a.recv())
    p.join()
