# A missing keyword-only argument.
def buy(*, what, price):
    return price


try:
    buy(price=1)
except TypeError as error:
    print(error)
# expect: buy() missing 1 required keyword-only argument: 'what'
buy()
# expect error: TypeError: buy() missing 2 required keyword-only arguments: 'what' and 'price'
