# terminate comes in time or too late.
# chance
# observe: lines
# expect outcomes: {['-15'], ['work', '-15'], ['work', '0']}
from multiprocessing import Process


def child():
    print('work')


if __name__ == '__main__':
    p = Process(target=child)
    p.start()
    p.terminate()
    p.join()
    print(p.exitcode)
