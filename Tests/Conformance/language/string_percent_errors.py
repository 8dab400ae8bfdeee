# What % refuses.
def attempt(form, values):
    try:
        print(form % values)
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)


attempt('%d %d', 1)  # expect: TypeError not enough arguments for format string
attempt('%d', (1, 2))  # expect: TypeError not all arguments converted during string formatting
attempt('%d', 'a')  # expect: TypeError %d format: a real number is required, not str
attempt('%s %s', ('a',))  # expect: TypeError not enough arguments for format string
attempt('none', 1)  # expect: TypeError not all arguments converted during string formatting
attempt('%(x)s', {})  # expect: KeyError 'x'
attempt('%', 1)  # expect: ValueError incomplete format
attempt('%y', 1)  # expect: ValueError unsupported format character 'y' (0x79) at index 1
attempt('%f', 'a')  # expect: TypeError must be real number, not str
