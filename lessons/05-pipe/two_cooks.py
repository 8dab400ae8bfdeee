from multiprocessing import Pipe, Process


def cook(kitchen, dish):
    kitchen.send(dish)


if __name__ == '__main__':
    mouth, kitchen = Pipe(duplex=False)
    cooks = []
    for dish in ['soup', 'cake']:
        cooks.append(Process(target=cook, args=(kitchen, dish)))
    for child in cooks:
        child.start()
    print('first came the', mouth.recv())
    print('then came the', mouth.recv())
    for child in cooks:
        child.join()
