# What a target returns goes nowhere.
from multiprocessing import Process


def work():
    return 42


if __name__ == '__main__':
    p = Process(target=work)
    print(p.start())
    print(p.join())
    print(p.exitcode)
# expect: None
# expect: None
# expect: 0
