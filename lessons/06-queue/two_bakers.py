from multiprocessing import Process, Queue


def bake(queue, cakes):
    for cake in cakes:
        queue.put(cake)


if __name__ == '__main__':
    queue = Queue()
    bakers = []
    for cakes in ['ab', 'x']:
        bakers.append(Process(target=bake, args=(queue, cakes)))
    for baker in bakers:
        baker.start()
    print('ate', queue.get() + queue.get() + queue.get())
    for baker in bakers:
        baker.join()
