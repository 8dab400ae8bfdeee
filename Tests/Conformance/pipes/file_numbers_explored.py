# A connection's file number comes after those of the standard streams.
# observe: lines
# expect outcomes: {['True True']}
from multiprocessing import Pipe

if __name__ == '__main__':
    a, b = Pipe()
    print(a.fileno() > 2, b.fileno() > 2)  # expect: True True
