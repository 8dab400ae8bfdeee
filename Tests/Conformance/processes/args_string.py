# A string is a row of characters: the comma was forgotten.
from multiprocessing import Process


def greet(name):
    print('never', name)


if __name__ == '__main__':
    p = Process(target=greet, args=('Ann'))
    p.start()
    p.join()
    print(p.exitcode)
# expect stderr: TypeError: greet() takes 1 positional argument but 3 were given
# expect: 1
