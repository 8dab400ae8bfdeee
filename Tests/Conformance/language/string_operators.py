# Strings with +, *, in and comparisons.
print('ab' + 'cd', 'ab' * 3, 2 * 'x', repr('x' * 0), repr('x' * -1))
# expect: abcd ababab xx '' ''
print('b' in 'abc', 'bc' in 'abc', 'ac' in 'abc', '' in 'abc', 'x' not in 'abc')
# expect: True True False True True
print('apple' < 'banana', 'Zoo' < 'apple', 'a' < 'aa', 'a' == 'A')
# expect: True True True False
print(max('hello'), min('hello'))  # expect: o e
for letter in 'abc':
    print(letter, end='.')
print()  # expect: a.b.c.
