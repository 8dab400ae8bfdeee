# Only text goes into a text file.
with open('a.txt', 'w') as file:
    file.write(5)
# expect error: TypeError: write() argument must be str, not int
