from multiprocessing import Process, Queue


class End:
    pass


END = End()


def eat(shelf):
    while True:
        item = shelf.get()
        if item is END:
            break
        print('the guest ate something')
    print('the guest goes home')


if __name__ == '__main__':
    shelf = Queue()
    guest = Process(target=eat, name='guest', args=(shelf,))
    guest.start()
    shelf.put('bun')
    shelf.put(END)
    guest.join()
