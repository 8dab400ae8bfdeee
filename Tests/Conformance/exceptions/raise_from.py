# raise … from shows both, the cause first.
def read():
    try:
        return {}['ticket']
    except KeyError as error:
        raise RuntimeError('cannot read') from error


try:
    read()
except RuntimeError as error:
    print(error, '|', repr(error.__cause__), error.__suppress_context__)
# expect: cannot read | KeyError('ticket') True
read()
# expect stderr: KeyError: 'ticket'
# expect stderr: The above exception was the direct cause of the following exception:
# expect error: RuntimeError: cannot read
