# sys.exit with a number.
import sys

print('before')  # expect: before
try:
    sys.exit(3)
finally:
    print('finally')
# expect: finally
# expect exit: 3
