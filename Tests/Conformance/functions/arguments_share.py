# An argument is the same object, not a copy.
def change(items, number, text):
    items.append(1)
    number += 1
    text += '!'
    return number, text


items, number, text = [], 1, 'a'
print(change(items, number, text))  # expect: (2, 'a!')
print(items, number, text)  # expect: [1] 1 a
