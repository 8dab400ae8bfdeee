# A module that does not exist.
try:
    import nothing_like_this
except ImportError as error:
    print(type(error).__name__, error)
# expect: ModuleNotFoundError No module named 'nothing_like_this'
import nothing_like_this
# expect error: ModuleNotFoundError: No module named 'nothing_like_this'
