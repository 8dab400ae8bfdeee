# The program's own name and no arguments.
import sys

print(len(sys.argv), sys.argv[0].endswith('sys_argv.py'))  # expect: 1 True
print(sys.argv[1:])  # expect: []
