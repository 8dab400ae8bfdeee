from multiprocessing import Process, Queue


def bake(queue):
    queue.put('fresh')


if __name__ == '__main__':
    queue = Queue()
    queue.put('old')
    baker = Process(target=bake, args=(queue,))
    baker.start()
    print('first ate the', queue.get(), 'one')
    print('then ate the', queue.get(), 'one')
    baker.join()
