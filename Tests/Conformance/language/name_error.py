# A name that was never given.
print(nothing)
# expect error: NameError: name 'nothing' is not defined
