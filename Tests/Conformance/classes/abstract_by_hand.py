# A method that subclasses must write.
class Shape:
    def area(self):
        raise NotImplementedError('area')

    def describe(self):
        return f'{type(self).__name__} {self.area()}'


class Square(Shape):
    def area(self):
        return 4


print(Square().describe())  # expect: Square 4
Shape().describe()
# expect error: NotImplementedError: area
