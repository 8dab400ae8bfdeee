# import * only at the left margin.
def f():
    from math import *  # expect syntax error: SyntaxError: import * only allowed at module level
