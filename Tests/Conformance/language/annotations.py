# Annotations are accepted and change nothing.
count: int = 3
name: str
def add(a: int, b: 'list[int]' = 2, *rest: int, flag: bool = False) -> int:
    result: float = a + b
    return result


print(count, add(1), add(1, 5))  # expect: 3 3 6
