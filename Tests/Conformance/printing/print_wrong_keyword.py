# A keyword that print does not have.
print('a', seperator='-')
# expect error: TypeError: 'seperator' is an invalid keyword argument for print()
