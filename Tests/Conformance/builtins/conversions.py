# Between types.
print(int('12'), int(' -7 '), int('ff', 16), int('0b101', 2), int('0x1f', 0), int(3.9), int(-3.9), int(True))
# expect: 12 -7 255 5 31 3 -3 1
print(float('1.5'), float('1e3'), float(' inf '), float('-nan'), float(3), int('1_000'))
# expect: 1.5 1000.0 inf nan 3.0 1000
print(str(5), str(None), str(1.0), str([1, 'a']), repr(str()))  # expect: 5 None 1.0 [1, 'a'] ''
print(bool('False'), bool(0.0), bool([0]), bool())  # expect: True False True False
print(list('abc'), tuple([1]), dict([('a', 1)]), dict(b=2), dict({'c': 3}, d=4), set())
# expect: ['a', 'b', 'c'] (1,) {'a': 1} {'b': 2} {'c': 3, 'd': 4} set()
print(hex(255), oct(8), bin(5), hex(-1), ord('a'), chr(98))  # expect: 0xff 0o10 0b101 -0x1 97 b
print(int('9' * 30))  # expect: 999999999999999999999999999999
print(list({'a': 1, 'b': 2}), tuple(range(3)), list((1, 2)), dict(zip('xy', [1, 2])))
# expect: ['a', 'b'] (0, 1, 2) [1, 2] {'x': 1, 'y': 2}
