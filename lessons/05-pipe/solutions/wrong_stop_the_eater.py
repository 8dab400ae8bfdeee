from multiprocessing import Pipe, Process

DISHES = ['soup', 'cake']


def cook(kitchen):
    for dish in DISHES:
        print('cooked', dish)
        kitchen.send(dish)
    kitchen.close()


def eat(mouth):
    try:
        while True:
            print('ate', mouth.recv())
    except EOFError:
        print('no more')


if __name__ == '__main__':
    mouth, kitchen = Pipe(duplex=False)
    cooking = Process(target=cook, args=(kitchen,))
    eating = Process(target=eat, args=(mouth,))
    cooking.start()
    eating.start()
    cooking.join()
    eating.terminate()
    eating.join()
