# A handful of workers: tasks in one queue, results in another, a sentinel for each.
from multiprocessing import Process, Queue, current_process


def plus(a, b):
    return a + b


def times(a, b):
    return a * b


def work(tasks, results):
    for function, args in iter(tasks.get, 'STOP'):
        answer = function(*args)
        named = current_process().name.startswith('Process-')
        results.put((function.__name__, args, answer, named))


if __name__ == '__main__':
    tasks, results = Queue(), Queue()
    jobs = [(plus, (i, 8)) for i in range(3)] + [(times, (i, 7)) for i in range(3)]
    for job in jobs:
        tasks.put(job)
    for _ in range(2):
        Process(target=work, args=(tasks, results)).start()
    got = sorted(results.get() for _ in jobs)
    for _ in range(2):
        tasks.put('STOP')
    for answer in got:
        print(answer)
# expect: ('plus', (0, 8), 8, True)
# expect: ('plus', (1, 8), 9, True)
# expect: ('plus', (2, 8), 10, True)
# expect: ('times', (0, 7), 0, True)
# expect: ('times', (1, 7), 7, True)
# expect: ('times', (2, 7), 14, True)
