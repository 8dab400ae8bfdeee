# A missing argument.
def buy(what, price):
    return price


buy('milk')
# expect error: TypeError: buy() missing 1 required positional argument: 'price'
