# Main dies of an exception; its child still ends in peace.
import time
from multiprocessing import Process


def child():
    time.sleep(0.2)
    print('child ends')


if __name__ == '__main__':
    Process(target=child).start()
    print('main fails')
    {}['x']
# expect: main fails
# expect: child ends
# expect error: KeyError: 'x'
