# Comments and blank lines anywhere.


def f():

    # inside
    return 1  # behind

    # after


print(f())   # spaces  # expect: 1
  # an indented comment at the left
print('# not a comment')  # expect: # not a comment
