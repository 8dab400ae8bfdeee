import time
from multiprocessing import Lock, Process

PAUSE = 1


def eat(name, first, second):
    with first:
        time.sleep(PAUSE)
        if second.acquire(timeout=2):
            print(f'{name} ate')
            second.release()
        else:
            print(f'{name} gave up')


if __name__ == '__main__':
    knife = Lock()
    fork = Lock()
    people = [
        Process(target=eat, args=('Ann', knife, fork)),
        Process(target=eat, args=('Ben', fork, knife)),
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    print('the table is cleared')
