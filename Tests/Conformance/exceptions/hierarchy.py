# A handler catches subclasses; the first that fits is taken.
def catch(error):
    try:
        raise error
    except ArithmeticError:
        return 'arithmetic'
    except LookupError:
        return 'lookup'
    except OSError:
        return 'os'
    except Exception:
        return 'exception'


print(catch(ZeroDivisionError()), catch(KeyError(1)), catch(IndexError()))
# expect: arithmetic lookup lookup
print(catch(FileNotFoundError()), catch(ValueError()), catch(RuntimeError('x')))
# expect: os exception exception
print(catch(ConnectionRefusedError()), catch(EOFError()), catch(OverflowError()))
# expect: os exception arithmetic
print(issubclass(KeyError, LookupError), isinstance(KeyError(), Exception))  # expect: True True
print(issubclass(BrokenPipeError, ConnectionError))  # expect: True
print(issubclass(KeyboardInterrupt, Exception), issubclass(SystemExit, BaseException))
# expect: False True
print(issubclass(UnicodeDecodeError, ValueError), issubclass(RecursionError, RuntimeError))
# expect: True True
print(issubclass(NotImplementedError, RuntimeError), issubclass(ModuleNotFoundError, ImportError))
# expect: True True
