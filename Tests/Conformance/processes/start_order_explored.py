# start does not wait.
# chance
# observe: before('parent', 'child')
# expect outcomes: {True, False}
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=print, args=('child',))
    p.start()
    print('parent')
    p.join()
