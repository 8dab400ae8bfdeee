# assert.
assert 1 + 1 == 2
assert True, 'never shown'
try:
    assert False
except AssertionError as error:
    print(repr(error))
# expect: AssertionError()
assert 1 > 2, 'one is not above two'
# expect error: AssertionError: one is not above two
