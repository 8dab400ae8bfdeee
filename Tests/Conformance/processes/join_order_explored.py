# start and join in a loop fix the order.
# observe: lines
# expect outcomes: {['1', '2', '3']}
from multiprocessing import Process

if __name__ == '__main__':
    for n in [1, 2, 3]:
        p = Process(target=print, args=(n,))
        p.start()
        p.join()
# expect: 1
# expect: 2
# expect: 3
