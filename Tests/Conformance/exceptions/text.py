# What an exception says.
for error in [ValueError('bad'), ValueError(), ValueError(1, 'a'), KeyError('k'), KeyError('a b'),
              KeyError(), Exception(None), OSError(2, 'No such file'), IndexError([1])]:
    print(str(error), '|', repr(error), '|', error.args)
# expect: bad | ValueError('bad') | ('bad',)
# expect:  | ValueError() | ()
# expect: (1, 'a') | ValueError(1, 'a') | (1, 'a')
# expect: 'k' | KeyError('k') | ('k',)
# expect: 'a b' | KeyError('a b') | ('a b',)
# expect:  | KeyError() | ()
# expect: None | Exception(None) | (None,)
# expect: [Errno 2] No such file | FileNotFoundError(2, 'No such file') | (2, 'No such file')
# expect: [1] | IndexError([1]) | ([1],)
