# Whole numbers keep as many bits as their type has.
from multiprocessing import Value

for code, number in [('b', 128), ('B', -1), ('h', 40000), ('H', 70000), ('i', 2 ** 40 + 5),
                     ('I', -1), ('q', 2 ** 63), ('Q', 2 ** 64 + 1), ('l', -2 ** 63 - 1)]:
    print(code, Value(code, number).value)
print(Value('f', 0.1).value, Value('d', 0.1).value, Value('d', 3).value, Value('f', 1e39).value)
# expect: b -128
# expect: B 255
# expect: h -25536
# expect: H 4464
# expect: i 5
# expect: I 4294967295
# expect: q -9223372036854775808
# expect: Q 1
# expect: l 9223372036854775807
# expect: 0.10000000149011612 0.1 3.0 inf
