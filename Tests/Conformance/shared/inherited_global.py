# A Value in a global variable is inherited, not copied.
from multiprocessing import Process, Value

counter = Value('i', 0)
plain = 0


def child():
    global plain
    plain += 1
    with counter:
        counter.value += 1


if __name__ == '__main__':
    ps = [Process(target=child) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(plain, counter.value)
# expect: 0 3
