# terminate comes before, between or after.
# chance
# observe: (printed('one'), printed('two'), exitcode('Process-1'))
# expect outcomes: {(0, 0, -15), (1, 0, -15), (1, 1, -15), (1, 1, 0)}
from multiprocessing import Process


def work():
    print('one')
    print('two')


if __name__ == '__main__':
    p = Process(target=work)
    p.start()
    p.terminate()
    p.join()
