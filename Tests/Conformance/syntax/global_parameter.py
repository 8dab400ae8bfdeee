# A parameter cannot be global.
def f(n):
    global n  # expect syntax error: SyntaxError: name 'n' is parameter and global
