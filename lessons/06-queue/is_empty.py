from multiprocessing import Queue

if __name__ == '__main__':
    queue = Queue()
    queue.put('bread')
    print('size', queue.qsize())
    print('empty', queue.empty())
    print('ate', queue.get())
