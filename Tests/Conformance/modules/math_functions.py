# math.
import math

print(math.sqrt(16), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.pi, math.e)
# expect: 4.0 -3 3 -2 3.141592653589793 2.718281828459045
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.isqrt(17))
# expect: 6 12 3628800 10 20 4
print(math.inf, -math.inf, math.isnan(math.nan), math.isinf(math.inf), math.isclose(0.1 + 0.2, 0.3))
# expect: inf -inf True True True
print(math.log(1), math.log2(8), math.log10(1000), math.exp(0), math.sin(0), math.cos(0), math.hypot(3, 4))
# expect: 0.0 3.0 3.0 1.0 0.0 1.0 5.0
print(math.fabs(-2), math.pow(2, 3), math.fmod(7, 3), math.prod([2, 3]), math.fsum([0.1] * 10), math.log(8, 2))
# expect: 2.0 8.0 1.0 6 1.0 3.0
print(math.copysign(1, -0.0), math.degrees(math.pi), math.modf(2.5))
# expect: -1.0 180.0 (0.5, 2.0)
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)
# expect: math domain error
math.floor('a')
# expect error: TypeError: must be real number, not str
