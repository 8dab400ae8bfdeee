# Before the join the exit code may not be there yet.
# chance
# observe: lines
# expect outcomes: {['None', '3'], ['3', '3']}
import sys
from multiprocessing import Process

if __name__ == '__main__':
    p = Process(target=sys.exit, args=(3,))
    p.start()
    print(p.exitcode)
    p.join()
    print(p.exitcode)
