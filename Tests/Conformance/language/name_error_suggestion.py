# A near miss is named.
money = 5
print(mony)
# expect error: NameError: name 'mony' is not defined. Did you mean: 'money'?
