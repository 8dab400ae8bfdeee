# Inheritance and super.
class Animal:
    sound = '…'

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f'{self.name} says {self.sound}'


class Dog(Animal):
    sound = 'woof'


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + '!' * self.age


print(Animal('it').speak())  # expect: it says …
print(Dog('Rex').speak())  # expect: Rex says woof
print(Puppy('Bo', 2).speak())  # expect: Bo says woof!!
print(issubclass(Puppy, Animal), isinstance(Puppy('x', 1), Dog), isinstance(Dog('y'), Puppy))
# expect: True True False
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__[0].__name__)
# expect: ['Puppy', 'Dog', 'Animal', 'object'] Dog
