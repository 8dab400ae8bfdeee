# sys.exit with a text: the text goes to standard error.
import sys

sys.exit('no more tickets')
# expect stderr: no more tickets
# expect exit: 1
