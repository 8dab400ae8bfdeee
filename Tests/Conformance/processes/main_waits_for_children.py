# Main waits for its children at its end.
import time
from multiprocessing import Process


def work():
    time.sleep(0.2)
    print('child ends')


if __name__ == '__main__':
    Process(target=work).start()
    print('main ends')
# expect: main ends
# expect: child ends
