// Tracebacks mark for mark as CPython 3.11 prints them: the compiler's spans, the machine's entries and
// the lines below them, all at once.

import Testing

/// A program that ends with an exception, and what it writes about it.
struct Failing: Sendable {
  let text: String
  let traceback: String
}

private let failing: [Failing] = [
  Failing(
    text: #"""
      def f(x):
          return x.y
      f(3)

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 3, in <module>
          f(3)
        File "test.py", line 2, in f
          return x.y
                 ^^^
      AttributeError: 'int' object has no attribute 'y'

      """#),
  Failing(
    text: #"""
      a = {}
      print(a['k'] + a['q'])

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          print(a['k'] + a['q'])
                ~^^^^^
      KeyError: 'k'

      """#),
  Failing(
    text: #"""
      with 5 as x:
          pass

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 1, in <module>
          with 5 as x:
      TypeError: 'int' object does not support the context manager protocol

      """#),
  Failing(
    text: #"""
      def f():
          raise ValueError('x') from KeyError('k')
      try:
          f()
      except ValueError:
          1 / 0

      """#,
    traceback: #"""
      KeyError: 'k'

      The above exception was the direct cause of the following exception:

      Traceback (most recent call last):
        File "test.py", line 4, in <module>
          f()
        File "test.py", line 2, in f
          raise ValueError('x') from KeyError('k')
      ValueError: x

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "test.py", line 6, in <module>
          1 / 0
          ~~^~~
      ZeroDivisionError: division by zero

      """#),
  Failing(
    text: #"""
      x = [1, 2]
      assert len(x) == 3, 'three'

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          assert len(x) == 3, 'three'
                 ^^^^^^^^^^^
      AssertionError: three

      """#),
  Failing(
    text: #"""
      class A:
          def m(self):
              return (self
                      .n(1)
                      .p)
          def n(self, k):
              return self
      A().m()

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 8, in <module>
          A().m()
        File "test.py", line 5, in m
          .p)
           ^
      AttributeError: 'A' object has no attribute 'p'

      """#),
  Failing(
    text: #"""
      print([x.z for x in [1]])

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 1, in <module>
          print([x.z for x in [1]])
                ^^^^^^^^^^^^^^^^^^
        File "test.py", line 1, in <listcomp>
          print([x.z for x in [1]])
                 ^^^
      AttributeError: 'int' object has no attribute 'z'

      """#),
  Failing(
    text: #"""
      print(sum(1 / x for x in [1, 0]))

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 1, in <module>
          print(sum(1 / x for x in [1, 0]))
                ^^^^^^^^^^^^^^^^^^^^^^^^^^
        File "test.py", line 1, in <genexpr>
          print(sum(1 / x for x in [1, 0]))
                    ~~^~~
      ZeroDivisionError: division by zero

      """#),
  Failing(
    text: #"""
      def f(a): pass
      f(1, 2,
        3)

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          f(1, 2,
      TypeError: f() takes 1 positional argument but 3 were given

      """#),
  Failing(
    text: #"""
      def f():
          try:
              return 1 / 0
          finally:
              print('f')
      f()

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 6, in <module>
          f()
        File "test.py", line 3, in f
          return 1 / 0
                 ~~^~~
      ZeroDivisionError: division by zero

      """#),
  Failing(
    text: #"""
      def f():
          try:
              1 / 0
          except ZeroDivisionError as e:
              raise
      f()

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 6, in <module>
          f()
        File "test.py", line 3, in f
          1 / 0
          ~~^~~
      ZeroDivisionError: division by zero

      """#),
  Failing(
    text: #"""
      class CM:
          def __enter__(self): return self
          def __exit__(self, *a): raise KeyError('exit')
      with CM():
          raise ValueError('in')

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 5, in <module>
          raise ValueError('in')
      ValueError: in

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "test.py", line 4, in <module>
          with CM():
        File "test.py", line 3, in __exit__
          def __exit__(self, *a): raise KeyError('exit')
                                  ^^^^^^^^^^^^^^^^^^^^^^
      KeyError: 'exit'

      """#),
  Failing(
    text: #"""
      x = (1, 2)
      x[0] += 5

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          x[0] += 5
          ~^^^
      TypeError: 'tuple' object does not support item assignment

      """#),
  Failing(
    text: #"""
      def f():
          yield 1
          raise ValueError('gen')
      for i in f():
          print(i)

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 4, in <module>
          for i in f():
        File "test.py", line 3, in f
          raise ValueError('gen')
      ValueError: gen

      """#),
  Failing(
    text: #"""
      x = 5
      y = x + (1
               + 'a')

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          y = x + (1
                   ^
      TypeError: unsupported operand type(s) for +: 'int' and 'str'

      """#),
  Failing(
    text: #"""
      if 1 < 'a':
          pass

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 1, in <module>
          if 1 < 'a':
             ^^^^^^^
      TypeError: '<' not supported between instances of 'int' and 'str'

      """#),
  Failing(
    text: #"""
      def f():
          x = 1
          def g():
              return y
          y = g()
      f()

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 6, in <module>
          f()
        File "test.py", line 5, in f
          y = g()
              ^^^
        File "test.py", line 4, in g
          return y
                 ^
      NameError: cannot access free variable 'y' where it is not associated with a value in enclosing scope

      """#),
  Failing(
    text: #"""
      def r(n): return r(n + 1) if n < 3 else n / 0
      r(0)

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          r(0)
        File "test.py", line 1, in r
          def r(n): return r(n + 1) if n < 3 else n / 0
                           ^^^^^^^^
        File "test.py", line 1, in r
          def r(n): return r(n + 1) if n < 3 else n / 0
                           ^^^^^^^^
        File "test.py", line 1, in r
          def r(n): return r(n + 1) if n < 3 else n / 0
                           ^^^^^^^^
        [Previous line repeated 1 more time]
      ZeroDivisionError: division by zero

      """#),
  Failing(
    text: #"""
      class A:
          x = undefined

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 1, in <module>
          class A:
        File "test.py", line 2, in A
          x = undefined
              ^^^^^^^^^
      NameError: name 'undefined' is not defined

      """#),
  Failing(
    text: #"""
      é = 'ü'
      é + 1 + 'ö'

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          é + 1 + 'ö'
          ~~^~~
      TypeError: can only concatenate str (not "int") to str

      """#),
  Failing(
    text: #"""
      for x, y in [(1, 2), (3,)]:
          pass

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 1, in <module>
          for x, y in [(1, 2), (3,)]:
              ^^^^
      ValueError: not enough values to unpack (expected 2, got 1)

      """#),
  Failing(
    text: #"""
      def f(a, b): return a.real + b.q + 1
      x = f(1,
            b=2)

      """#,
    traceback: #"""
      Traceback (most recent call last):
        File "test.py", line 2, in <module>
          x = f(1,
              ^^^^
        File "test.py", line 1, in f
          def f(a, b): return a.real + b.q + 1
                                       ^^^
      AttributeError: 'int' object has no attribute 'q'

      """#),
]

@Test("Tracebacks are CPython's", arguments: failing)
func marksWhatCPythonMarks(_ failing: Failing) {
  #expect(SoloWorld.run(failing.text).errors == failing.traceback)
}
