# With fork even a lambda can be the target.
from multiprocessing import Process

if __name__ == '__main__':
    word = 'captured'
    p = Process(target=lambda: print('lambda', word))
    p.start()
    p.join()
# expect: lambda captured
