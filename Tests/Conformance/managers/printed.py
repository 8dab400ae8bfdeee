# str shows what the server has, repr shows the proxy.
from multiprocessing import Manager

if __name__ == '__main__':
    with Manager() as manager:
        things = [
            manager.dict(a=1), manager.list([1]), manager.Namespace(x=1), manager.Value('i', 3),
            manager.Array('i', [1, 2])]
        for thing in things:
            print(thing, repr(thing).split(' at ')[0], type(thing).__name__)
        for thing in [manager.Lock(), manager.Event(), manager.Queue()]:
            print(repr(thing).split(' at ')[0])
# expect: {'a': 1} <DictProxy object, typeid 'dict' DictProxy
# expect: [1] <ListProxy object, typeid 'list' ListProxy
# expect: Namespace(x=1) <NamespaceProxy object, typeid 'Namespace' NamespaceProxy
# expect: Value('i', 3) <ValueProxy object, typeid 'Value' ValueProxy
# expect: array('i', [1, 2]) <ArrayProxy object, typeid 'Array' ArrayProxy
# expect: <AcquirerProxy object, typeid 'Lock'
# expect: <EventProxy object, typeid 'Event'
# expect: <AutoProxy[Queue] object, typeid 'Queue'
