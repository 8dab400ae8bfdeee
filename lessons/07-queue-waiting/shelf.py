from multiprocessing import Queue

ROOM = 3
LOAVES = 5

if __name__ == '__main__':
    shelf = Queue(ROOM)
    for number in range(1, LOAVES + 1):
        shelf.put(number)
        print('put', number)
    print('closing time')
