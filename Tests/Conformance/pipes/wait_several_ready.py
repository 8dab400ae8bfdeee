# wait returns all that are ready, and only those.
from multiprocessing import Pipe
from multiprocessing.connection import wait

pairs = [Pipe(False) for _ in range(4)]
readers = [r for r, w in pairs]
writers = [w for r, w in pairs]
print(wait(readers, 0), wait([], 0), wait(readers, timeout=-1))
writers[0].send('a')
writers[2].send('c')
writers[3].close()
ready = wait(readers)
print(sorted(readers.index(r) for r in ready))
print(readers[0].recv(), readers[2].recv())
ready = wait(readers, 1)
print([readers.index(r) for r in ready])
# expect: [] [] []
# expect: [0, 2, 3]
# expect: a c
# expect: [3]
