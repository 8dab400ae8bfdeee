# An exception class of one's own.
class SoldOut(Exception):
    pass


class Refused(ValueError):
    def __init__(self, card, reason):
        super().__init__(card, reason)
        self.card = card

    def __str__(self):
        return f'card {self.card} refused'


try:
    raise SoldOut('no ticket left')
except SoldOut as error:
    print(error, repr(error))
# expect: no ticket left SoldOut('no ticket left')
try:
    raise Refused(7, 'empty')
except ValueError as error:
    print(error, error.card, error.args, repr(error))
# expect: card 7 refused 7 (7, 'empty') Refused(7, 'empty')
raise SoldOut('for good')
# expect error: SoldOut: for good
