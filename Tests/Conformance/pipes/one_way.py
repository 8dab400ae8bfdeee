# Pipe(False): one end reads, the other writes.
from multiprocessing import Pipe

reader, writer = Pipe(False)
print(reader.readable, reader.writable, writer.readable, writer.writable)
writer.send(1)
print(reader.recv())
try:
    writer.recv()
except OSError as error:
    print(error)
reader.send(1)
# expect: True False False True
# expect: 1
# expect: connection is write-only
# expect error: OSError: connection is read-only
