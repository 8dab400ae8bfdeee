// What a process can still reach, and the collection of what it cannot.

extension Machine {
  /// Frees every object that nothing refers to any more. Only between instructions of the outermost
  /// run: builtins keep values where no one looks for them.
  mutating func collectGarbage() {
    let open = openFiles.map { Value.object(Reference(heap: Int($0.index))) }
    heap.sweep(keeping: markReachable(alsoFrom: open))
    forgetLostSemaphores()
  }

  /// For each place of the heap whether it can be reached.
  func markReachable(alsoFrom extra: [Value] = []) -> [Bool] {
    var marked = [Bool](repeating: false, count: heap.objects.count)
    var pending: [Int] = []
    func mark(_ value: Value) {
      if let index = value.heapIndex, !marked[index] {
        marked[index] = true
        pending.append(index)
      }
    }
    for index in 0..<top { mark(stack.values[index]) }
    for frame in frames {
      mark(frame.owner)
      mark(frame.handledBefore)
    }
    for value in globals { mark(value) }
    for value in extra { mark(value) }
    for child in process.children { mark(child) }
    mark(handled)
    mark(defaultRandom)
    for item in waitingItems { mark(item.value) }
    for referent in server?.referents ?? [] { referent.forEachValue(mark) }
    mark(process.current)
    if case .leaving(let exception) = ending { mark(exception) }
    while let index = pending.popLast() { heap[index].forEachValue(mark) }
    return marked
  }
}

extension HeapObject {
  /// Visits the values that the object refers to, always in the same order.
  func forEachValue(_ visit: (Value) -> Void) {
    switch self {
    case .free, .string, .bytes, .bigInteger, .range, .file: break
    case .list(let items), .tuple(let items): items.forEach(visit)
    case .dict(let table):
      for entry in table.entries {
        visit(entry.key)
        visit(entry.value)
      }
    case .set(let table), .frozenSet(let table): table.items.forEach(visit)
    case .cell(let value), .staticMethod(let value), .classMethod(let value): visit(value)
    case .function(let function):
      function.defaults.forEach(visit)
      function.keywordDefaults.forEach(visit)
      function.closure.forEach(visit)
      function.attributes.forEachValue(visit)
    case .method(let receiver, let function):
      visit(receiver)
      visit(function)
    case .userClass(let userClass):
      userClass.resolutionOrder.forEach(visit)
      userClass.bases.forEach(visit)
      userClass.attributes.forEachValue(visit)
    case .instance(let instance):
      visit(instance.type)
      instance.attributes.forEachValue(visit)
    case .exception(let exception):
      visit(exception.type)
      exception.arguments.forEach(visit)
      visit(exception.cause)
      visit(exception.context)
      exception.attributes.forEachValue(visit)
    case .generator(let generator): generator.stack.forEach(visit)
    case .iterator(let iterator):
      visit(iterator.source)
      iterator.sources.forEach(visit)
    case .slice(let start, let stop, let step):
      visit(start)
      visit(stop)
      visit(step)
    case .dictView(_, let dict): visit(dict)
    case .property(let get, let set, let delete):
      visit(get)
      visit(set)
      visit(delete)
    case .superObject(let start, let receiver):
      visit(start)
      visit(receiver)
    }
  }
}

extension Referent {
  func forEachValue(_ visit: (Value) -> Void) {
    switch self {
    case .object(let object): visit(object)
    case .barrier(let barrier): visit(barrier.action)
    case .queue(let queue): queue.items.forEach(visit)
    case .semaphore, .condition, .event: break
    }
  }
}

extension AttributeTable {
  func forEachValue(_ visit: (Value) -> Void) {
    for entry in entries { visit(entry.value) }
  }
}
