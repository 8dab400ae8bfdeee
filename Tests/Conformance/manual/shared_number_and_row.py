# Sharing state: a number and a row of numbers in shared memory.
from multiprocessing import Array, Process, Value


def work(price, row):
    price.value = 2.75
    for i in range(len(row)):
        row[i] = -row[i]


if __name__ == '__main__':
    price, row = Value('d', 0.0), Array('i', range(6))
    p = Process(target=work, args=(price, row))
    p.start()
    p.join()
    print(price.value)
    print(row[:])
# expect: 2.75
# expect: [0, -1, -2, -3, -4, -5]
