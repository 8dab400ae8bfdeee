from multiprocessing import Queue

if __name__ == '__main__':
    queue = Queue()
    bread = ['bread']
    queue.put(bread)
    bread.append('butter')
    print('ate', len(queue.get()), 'things')
