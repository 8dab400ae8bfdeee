# Bytes in a file.
with open('a.bin', 'wb') as file:
    print(file.write(b'\x00\x01abc'))
# expect: 5
with open('a.bin', 'rb') as file:
    data = file.read()
print(data, data[0], data[2:], len(data))  # expect: b'\x00\x01abc' 0 b'abc' 5
