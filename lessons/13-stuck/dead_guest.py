from multiprocessing import Process, Queue

BUNS = 4


def cook(shelf):
    for number in range(1, BUNS + 1):
        shelf.put(number)
        print(f'bun {number} is on the shelf')


def eat(shelf):
    for _ in range(BUNS):
        number = shelf.get()
        if number == 2:
            raise ValueError('a hair in the bun')
        print(f'ate bun {number}')


if __name__ == '__main__':
    shelf = Queue(1)
    producer = Process(target=cook, name='cook', args=(shelf,))
    consumer = Process(target=eat, name='guest', args=(shelf,))
    producer.start()
    consumer.start()
    producer.join()
    consumer.join()
    print('the kitchen closes')
