from multiprocessing import Process, Queue

SIZE = 1_000_000


def write(box):
    box.put('x' * SIZE)
    print('the letter is written')


if __name__ == '__main__':
    box = Queue()
    writer = Process(target=write, name='writer', args=(box,))
    writer.start()
    writer.join()
    letter = box.get()
    print('the letter has', len(letter), 'characters')
