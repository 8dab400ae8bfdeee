# A name that is assigned anywhere in a function is local everywhere in it.
n = 1


def increase():
    n += 1


try:
    increase()
except UnboundLocalError as error:
    print(error)
# expect: cannot access local variable 'n' where it is not associated with a value


def show():
    print(n)
    n = 2


show()
# expect error: UnboundLocalError: cannot access local variable 'n' where it is not associated with a value
