# A child's traceback tells what an exception came from.
from multiprocessing import Process


def look():
    return {}['key']


def child():
    try:
        look()
    except KeyError as error:
        raise ValueError('no such dish') from error


if __name__ == '__main__':
    p = Process(target=child, name='kitchen')
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: Process kitchen:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "…chained_traceback.py", line 11, in child
# expect stderr:     look()
# expect stderr:   File "…chained_traceback.py", line 6, in look
# expect stderr:     return {}['key']
# expect stderr:            ~~^^^^^^^
# expect stderr: KeyError: 'key'
# expect stderr: The above exception was the direct cause of the following exception:
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "…chained_traceback.py", line 13, in child
# expect stderr:     raise ValueError('no such dish') from error
# expect stderr: ValueError: no such dish
# expect: 1
