# An Array of characters has a value and a raw.
from multiprocessing import Array

a = Array('c', b'hello')
print(a.value, a.raw, len(a), a[0], a[1:3])
a.value = b'hi'
print(a.value, a.raw)
a[0] = b'H'
a.raw = b'12345'
print(a.value, list(a))
room = Array('c', 4)
print(room.value, room.raw)
try:
    room.value = b'too long'
except ValueError as error:
    print(error)
room.value = 'text'
# expect: b'hello' b'hello' 5 b'h' b'el'
# expect: b'hi' b'hi\x00lo'
# expect: b'12345' [b'1', b'2', b'3', b'4', b'5']
# expect: b'' b'\x00\x00\x00\x00'
# expect: byte string too long
# expect error: TypeError: bytes expected instead of str instance
