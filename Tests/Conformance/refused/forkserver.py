# A third start method.
from multiprocessing import Process, set_start_method

if __name__ == '__main__':
    set_start_method('forkserver')  # expect refused: the start method 'forkserver' is not part of tutor's Python
    Process(target=print).start()
