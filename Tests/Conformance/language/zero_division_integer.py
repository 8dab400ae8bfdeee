# Integer division by zero says it in the same words.
try:
    1 // 0
except ZeroDivisionError as error:
    print(error)
# expect: integer division or modulo by zero
try:
    1 % 0
except ZeroDivisionError as error:
    print(error)
# expect: integer modulo by zero
try:
    1.0 / 0
except ZeroDivisionError as error:
    print(error)
# expect: float division by zero
try:
    1.0 // 0
except ZeroDivisionError as error:
    print(error)
# expect: float floor division by zero
try:
    1.5 % 0
except ZeroDivisionError as error:
    print(error)
# expect: float modulo
try:
    0 ** -1
except ZeroDivisionError as error:
    print(error)
# expect: 0.0 cannot be raised to a negative power
