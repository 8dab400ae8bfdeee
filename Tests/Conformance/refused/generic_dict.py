# Likewise dict.
def buy(stock):
    kind = dict[str, int]  # expect refused: generic types such as dict[…] are not part of tutor's Python
    return kind(stock)
