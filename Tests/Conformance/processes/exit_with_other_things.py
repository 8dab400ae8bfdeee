# sys.exit with what is no number: 1, and the thing on standard error.
import sys
from multiprocessing import Process

if __name__ == '__main__':
    for thing in ['oven too hot', [1, 2], 1.5]:
        p = Process(target=sys.exit, args=(thing,))
        p.start()
        p.join()
        print(p.exitcode)
# expect: 1
# expect: 1
# expect: 1
# expect stderr: oven too hot
# expect stderr: [1, 2]
# expect stderr: 1.5
