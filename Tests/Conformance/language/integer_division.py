# Integer division and remainder round towards minus infinity.
print(7 // 2, 7 % 2)  # expect: 3 1
print(-7 // 2, -7 % 2)  # expect: -4 1
print(7 // -2, 7 % -2)  # expect: -4 -1
print(-7 // -2, -7 % -2)  # expect: 3 -1
print(0 // 5, 0 % 5)  # expect: 0 0
print(7.5 // 2, 7.5 % 2)  # expect: 3.0 1.5
print(-7.5 // 2, -7.5 % 2)  # expect: -4.0 0.5
print(divmod(-7, 3))  # expect: (-3, 2)
