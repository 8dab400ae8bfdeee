# Several managers in brackets.
class Tag:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('<' + self.name + '>')
        return self

    def __exit__(self, *args):
        print('</' + self.name + '>')


with (
    Tag('a') as a,
    Tag('b'),
):
    print(a.name)
# expect: <a>
# expect: <b>
# expect: a
# expect: </b>
# expect: </a>
