# Two senders on one pipe: any order.
# chance
# observe: lines
# expect outcomes: {['ab'], ['ba']}
from multiprocessing import Pipe, Process


def send(end, word):
    end.send(word)


if __name__ == '__main__':
    reader, writer = Pipe(False)
    ps = [Process(target=send, args=(writer, word)) for word in 'ab']
    for p in ps:
        p.start()
    print(reader.recv() + reader.recv())
    for p in ps:
        p.join()
