# A message that does not fit waits for a reader.
# expect stuck
from multiprocessing import Pipe

a, b = Pipe()
print('sending')
a.send('x' * 1_000_000)
print('never')
# expect: sending
