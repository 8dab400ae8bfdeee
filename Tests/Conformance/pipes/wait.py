# connection.wait: which of several has something.
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

if __name__ == '__main__':
    a, b = Pipe()
    c, d = Pipe()
    print(wait([a, c], timeout=0.05))
    d.send('hello')
    ready = wait([a, c])
    print(ready == [c], ready[0].recv())
    p = Process(target=print, args=('child',))
    p.start()
    p.join()
    print(wait([p.sentinel, a]) == [p.sentinel])
# expect: []
# expect: True hello
# expect: child
# expect: True
