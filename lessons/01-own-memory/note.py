from multiprocessing import Process


def write():
    with open('note.txt', 'w') as file:
        file.write('back at six')


def read():
    with open('note.txt') as file:
        return file.read()


if __name__ == '__main__':
    child = Process(target=write)
    child.start()
    print('first look:', read())
    child.join()
    print('second look:', read())
