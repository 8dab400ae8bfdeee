# Equal keys are one key, the first one stays.
d = {1: 'int'}
d[1.0] = 'float'
d[True] = 'bool'
print(d, len(d))  # expect: {1: 'bool'} 1
d = {0: 'a', False: 'b', '': 'c', None: 'd', (): 'e'}
print(d)  # expect: {0: 'b', '': 'c', None: 'd', (): 'e'}
d = {'x': 1, 'x': 2}
print(d)  # expect: {'x': 2}
print({2 ** 70: 1}[2 ** 70], {0.5: 'h'}[1 / 2])  # expect: 1 h
