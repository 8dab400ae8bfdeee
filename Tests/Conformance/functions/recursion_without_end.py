# A function that calls itself for ever.
def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(error)
# expect: maximum recursion depth exceeded
down(0)
# expect error: RecursionError: maximum recursion depth exceeded
