# A key that is not there.
stock = {'milk': 1}
print(stock['bread'])
# expect error: KeyError: 'bread'
