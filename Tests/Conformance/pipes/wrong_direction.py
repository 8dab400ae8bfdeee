# A one-way pipe: each end does one thing only.
from multiprocessing import Pipe

reader, writer = Pipe(duplex=False)
for action in [lambda: reader.send(1), lambda: reader.send_bytes(b'x'), lambda: writer.recv(),
               lambda: writer.recv_bytes(), lambda: writer.poll()]:
    try:
        action()
    except OSError as error:
        print(error)
# expect: connection is read-only
# expect: connection is read-only
# expect: connection is write-only
# expect: connection is write-only
# expect: connection is write-only
