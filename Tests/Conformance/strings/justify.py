# Padding.
print('a'.ljust(4) + '|', 'a'.rjust(4), 'a'.center(5) + '|', 'ab'.center(5, '*'), '7'.zfill(3), '-7'.zfill(4))
# expect: a   |    a   a  | **ab* 007 -007
print('long'.ljust(2), 'x'.ljust(3, '.'), 'a\tb'.expandtabs(4))  # expect: long x.. a   b
print('hello'.translate({ord('l'): 'L', ord('h'): None}), 'abc'.translate(str.maketrans('ab', 'xy')))
# expect: eLLo xyc
print('abc'.encode(), 'é'.encode('utf-8'), b'abc'.decode(), 'a'.encode() + b'b')
# expect: b'abc' b'\xc3\xa9' abc b'ab'
