# Main's own failure still waits for its children.
import time
from multiprocessing import Process


def work():
    time.sleep(0.2)
    print('child ends')


if __name__ == '__main__':
    Process(target=work).start()
    raise ValueError('main fails')
# expect: child ends
# expect error: ValueError: main fails
