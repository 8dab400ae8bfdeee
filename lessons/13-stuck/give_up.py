import time
from multiprocessing import Lock, Process, current_process

PAUSE = 1


def eat(first, second):
    name = current_process().name
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
        Process(target=eat, name='Ann', args=(knife, fork)),
        Process(target=eat, name='Ben', args=(fork, knife)),
    ]
    for person in people:
        person.start()
    for person in people:
        person.join()
    print('the table is cleared')
