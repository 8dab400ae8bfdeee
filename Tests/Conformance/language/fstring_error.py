# A wrong format spec.
n = 5
print(f'{n:d}')  # expect: 5
print(f"{'a':d}")
# expect error: ValueError: Unknown format code 'd' for object of type 'str'
