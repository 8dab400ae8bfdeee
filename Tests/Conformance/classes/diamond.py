# Several parents, each asked once.
class Base:
    def go(self):
        return ['Base']


class Left(Base):
    def go(self):
        return ['Left'] + super().go()


class Right(Base):
    def go(self):
        return ['Right'] + super().go()


class Both(Left, Right):
    def go(self):
        return ['Both'] + super().go()


print(Both().go())  # expect: ['Both', 'Left', 'Right', 'Base']
print([c.__name__ for c in Both.__mro__])  # expect: ['Both', 'Left', 'Right', 'Base', 'object']
