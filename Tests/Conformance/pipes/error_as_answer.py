# A worker sends its exception back instead of dying of it.
from multiprocessing import Pipe, Process


def divide(end):
    a, b = end.recv()
    try:
        end.send(a / b)
    except ZeroDivisionError as error:
        end.send(error)


if __name__ == '__main__':
    here, there = Pipe()
    p = Process(target=divide, args=(there,))
    p.start()
    here.send((1, 0))
    answer = here.recv()
    print(type(answer).__name__, answer, answer.args)
    p.join()
    raise answer
# expect: ZeroDivisionError division by zero ('division by zero',)
# expect error: ZeroDivisionError: division by zero
