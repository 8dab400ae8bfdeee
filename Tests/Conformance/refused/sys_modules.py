# The table of modules.
import sys
print('os' in sys.modules)  # expect refused: 'sys.modules' is not part of tutor's Python
