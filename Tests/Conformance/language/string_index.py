# Characters by number.
s = 'process'
print(s[0], s[-1], s[3])  # expect: p s c
print(s[1:3], s[:3], s[3:], s[-3:])  # expect: ro pro cess ess
print(s[::2], s[::-1], s[5:1:-2])  # expect: poes ssecorp sc
print(s[10:], s[:100], repr(s[3:3]))  # expect:  process ''
print(s[7])
# expect error: IndexError: string index out of range
