# Sending to a closed other end.
from multiprocessing import Pipe

a, b = Pipe()
b.close()
a.send(1)
# expect error: BrokenPipeError: [Errno 32] Broken pipe
