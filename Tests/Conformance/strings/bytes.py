# Bytes.
b = b'abc\x00\xff'
print(b, len(b), b[0], b[1:3], list(b[:2]), b'a' in b, 97 in b)
# expect: b'abc\x00\xff' 5 97 b'bc' [97, 98] True True
print(bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), b'a' + b'b', b'ab' * 2, b'a' < b'b')
# expect: b'\x00\x00\x00' b'AB' b'\xc3\xa9' b'ab' b'abab' True
print(b'a b'.split(), b','.join([b'x', b'y']), b.hex(), bytes.fromhex('4142'), b'Ab'.lower())
# expect: [b'a', b'b'] b'x,y' 61626300ff b'AB' b'ab'
print(int.from_bytes(b'\x01\x02', 'big'), (258).to_bytes(2, 'little'))
# expect: 258 b'\x02\x01'
try:
    b'\xff'.decode()
except UnicodeDecodeError as error:
    print(error)
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
try:
    b[0] = 1
except TypeError as error:
    print(error)
# expect: 'bytes' object does not support item assignment
b'a' + 'a'
# expect error: TypeError: can't concat str to bytes
