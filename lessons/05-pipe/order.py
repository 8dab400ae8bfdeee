from multiprocessing import Pipe, Process


def cook(end):
    order = end.recv()
    print('cooked', len(order), 'dishes')
    end.send('enjoy your meal')


if __name__ == '__main__':
    table, kitchen = Pipe()
    child = Process(target=cook, args=(kitchen,))
    child.start()
    order = ['soup']
    table.send(order)
    order.append('cake')
    print('guest hears:', table.recv())
    child.join()
