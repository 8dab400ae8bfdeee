# finally runs on every way out.
def leave(how):
    for i in range(2):
        try:
            if how == 'return':
                return 'returned'
            if how == 'break':
                break
            if how == 'continue':
                continue
        finally:
            print('finally', how, i)
    return 'end'


print(leave('return'))
# expect: finally return 0
# expect: returned
print(leave('break'))
# expect: finally break 0
# expect: end
print(leave('continue'))
# expect: finally continue 0
# expect: finally continue 1
# expect: end
print(leave('nothing'))
# expect: finally nothing 0
# expect: finally nothing 1
# expect: end


def override():
    try:
        return 1
    finally:
        return 2


def swallow():
    try:
        1 / 0
    finally:
        return 'swallowed'


def value_first():
    n = 1
    try:
        return n
    finally:
        n = 2


print(override(), swallow(), value_first())  # expect: 2 swallowed 1
