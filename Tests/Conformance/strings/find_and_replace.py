# find, index, count, replace, startswith.
s = 'banana'
print(s.find('an'), s.rfind('an'), s.find('x'), s.find('an', 2), s.find('an', 2, 4))
# expect: 1 3 -1 3 -1
print(s.index('n'), s.rindex('n'), s.count('an'), s.count('a'), s.count(''))
# expect: 2 4 2 3 7
print(s.replace('a', 'o'), s.replace('a', 'o', 2), s.replace('', '-'), s.replace('x', 'y'))
# expect: bonono bonona -b-a-n-a-n-a- banana
print(s.startswith('ba'), s.endswith('na'), s.startswith(('x', 'b')), s.startswith('nan', 2))
# expect: True True True True
s.index('x')
# expect error: ValueError: substring not found
