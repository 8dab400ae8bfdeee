# = where == was meant.
x = 1
if x = 1:  # expect syntax error: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    print('x')
