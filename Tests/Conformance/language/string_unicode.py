# A string is a row of Unicode's characters.
s = 'Zürich 北京 🎫'
print(len(s))  # expect: 11
print(s[1], s[7:9], s[-1])  # expect: ü 北京 🎫
print(s.upper())  # expect: ZÜRICH 北京 🎫
print(s[::-1])  # expect: 🎫 京北 hcirüZ
print('北' in s, s.index('京'))  # expect: True 8
print(ord('é'), chr(26085))  # expect: 233 日
print('ß'.upper(), 'ÀÉ'.lower())  # expect: SS àé
print(sorted('béa'))  # expect: ['a', 'b', 'é']
print(len('e\u0301'))  # expect: 2
