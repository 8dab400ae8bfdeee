# A daemon may or may not get to print before main ends.
# chance
# observe: printed('daemon')
# expect outcomes: {0, 1}
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=print, args=('daemon',), daemon=True)
    p.start()
