# print gives back None.
print(print('inner'))
# expect: inner
# expect: None
