# Text without an end of line is printed at the end all the same.
print('half a line', end=' and more')
# expect: half a line and more
