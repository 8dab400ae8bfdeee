# What a function gives back.
def nothing():
    return


def falls_off():
    1 + 1


def several():
    return 1, 'two', [3]


def early(n):
    for i in range(10):
        if i == n:
            return i
    return 'never'


print(nothing(), falls_off())  # expect: None None
print(several())  # expect: (1, 'two', [3])
a, b, c = several()
print(c)  # expect: [3]
print(early(4), early(99))  # expect: 4 never
