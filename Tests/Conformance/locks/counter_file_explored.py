# Two increments of a number in a file: one may be lost, or a reader finds nothing.
# chance
# observe: (file('n.txt'), crashed)
# expect outcomes: {('2', 0), ('1', 0), ('1', 1)}
from multiprocessing import Process


def add():
    with open('n.txt') as file:
        n = int(file.read())
    with open('n.txt', 'w') as file:
        file.write(str(n + 1))


if __name__ == '__main__':
    with open('n.txt', 'w') as file:
        file.write('0')
    ps = [Process(target=add) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
