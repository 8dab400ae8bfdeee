# except without a type takes everything.
import sys

try:
    sys.exit(3)
except:
    print('caught')
# expect: caught
try:
    sys.exit('bye')
except Exception:
    print('never')
except BaseException as error:
    print(repr(error), error.code)
# expect: SystemExit('bye') bye
