# Two missing arguments, then three.
def buy(shop, what, price):
    return price


try:
    buy()
except TypeError as error:
    print(error)
# expect: buy() missing 3 required positional arguments: 'shop', 'what', and 'price'
buy('corner')
# expect error: TypeError: buy() missing 2 required positional arguments: 'what' and 'price'
