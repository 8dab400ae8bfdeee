# sys.exit without anything is a success.
import sys

print('done')  # expect: done
sys.exit()
