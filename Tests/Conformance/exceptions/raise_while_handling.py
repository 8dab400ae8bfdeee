# A second exception while one is handled shows both.
try:
    1 / 0
except ZeroDivisionError:
    {}['x']
# expect stderr: ZeroDivisionError: division by zero
# expect stderr: During handling of the above exception, another exception occurred:
# expect error: KeyError: 'x'
