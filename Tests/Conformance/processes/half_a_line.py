# Half a line that was printed before the fork is not printed twice.
from multiprocessing import Process

if __name__ == '__main__':
    print('half', end=' ')
    p = Process(target=print, args=('child',))
    p.start()
    p.join()
    print('parent')
# expect: half child
# expect: parent
