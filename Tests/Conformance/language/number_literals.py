# Ways to write a number.
print(0xff, 0b101, 0o17)  # expect: 255 5 15
print(1_000_000)  # expect: 1000000
print(.5, 5., 1e3, 1E-2)  # expect: 0.5 5.0 1000.0 0.01
print(1_0.0_1)  # expect: 10.01
