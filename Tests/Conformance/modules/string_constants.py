# string.
import string

print(string.ascii_lowercase, string.digits, string.hexdigits)
# expect: abcdefghijklmnopqrstuvwxyz 0123456789 0123456789abcdefABCDEF
print(string.ascii_letters[:30], string.punctuation, repr(string.whitespace))
# expect: abcdefghijklmnopqrstuvwxyzABCD !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ ' \t\n\r\x0b\x0c'
print(string.capwords('hello big world'))  # expect: Hello Big World
