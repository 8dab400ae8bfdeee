# sys.stdout.write and sys.stderr.write.
import sys

print(sys.stdout.write('abc\n'))
# expect: abc
# expect: 4
sys.stderr.write('to stderr\n')
sys.stdout.write('no end')
sys.stdout.flush()
print()  # expect: no end
# expect stderr: to stderr
