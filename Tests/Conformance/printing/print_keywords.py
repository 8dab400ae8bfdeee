# print's keywords.
import sys

print('a', 'b', sep='-')  # expect: a-b
print('a', 'b', sep='')  # expect: ab
print('no newline', end='')
print(' same line')  # expect: no newline same line
print('a', 'b', sep='\n', end='!\n')
# expect: a
# expect: b!
print()  # expect:
print('', end='end\n')  # expect: end
print('list', [1], None, 1.5, sep=', ')  # expect: list, [1], None, 1.5
print('out', file=sys.stdout, flush=True)  # expect: out
print('not seen here', file=sys.stderr)
print(sep='x')  # expect:
print('none', sep=None, end=None)  # expect: none
# expect stderr: not seen here
