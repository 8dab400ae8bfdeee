# A daemon ends with its parent, without its finally.
import time
from multiprocessing import Process


def work():
    try:
        time.sleep(60)
        print('never')
    finally:
        print('never')


if __name__ == '__main__':
    p = Process(target=work, daemon=True)
    p.start()
    print(p.daemon)
    print('main ends')
# expect: True
# expect: main ends
