// The itertools module. Each iterator is one `IteratorObject` whose `step` says which it is; its state
// is in the same few fields, so copying and comparing processes needs to know nothing of it.

import Language

/// Which of itertools' iterators an `IteratorObject` of kind `library` is, and what its fields hold.
enum ItertoolsForm: Int {
  /// `source` is the next number, `sources[0]` the step.
  case count
  /// `source` is the iterator while it lasts, `sources[0]` the list of what it gave.
  case cycle
  /// `source` is the value, `limit` how often, -1 for ever.
  case `repeat`
  /// `sources[0]` is the iterator of iterables, `source` the one in progress.
  case chain
  /// `source` is the iterator, `position` the next index, `sources` [next wanted, stop, step].
  case islice
  /// `source` is the function, `sources[0]` the iterator, `position` 1 once it has turned.
  case takewhile, dropwhile, filterfalse, starmap
  /// `source` is the function, `sources` [iterator, total].
  case accumulate
  /// `source` is the list of pools, `sources[0]` the indices; `position` 0 before the first, -1 after.
  case product, permutations, combinations, combinationsWithReplacement
  /// `source` is the key function, `sources` [iterator, current key, current value, target key].
  case groupby
  /// `source` is the `groupby` it belongs to, `sources[0]` its key.
  case group
  /// `sources` are iterators, `.none` where one has ended; `source` is the fill value.
  case zipLongest
  /// `source` is the shared [iterator, list]; `position` the next index.
  case tee
  /// `source` is the iterator, `sources[0]` the last value, missing before the first.
  case pairwise
  /// `sources` are [data, selectors].
  case compress
}

extension ModuleDescription {
  static var itertools: ModuleDescription {
    ModuleDescription(
      id: .itertools,
      functions: endless + filtering + combining + combinatorial)
  }

  private static var endless: [BuiltinFunction] {
    [
      .bound("count", "start=0, step=1") { (m, a) throws(Interrupt) in
        m.makeIterator(
          .count, a[0] == .missing ? .int(0) : a[0], [a[1] == .missing ? .int(1) : a[1]])
      },
      .one("cycle") { (m, a) throws(Interrupt) in
        let source = try m.iterator(of: a)
        return m.makeIterator(.cycle, source, [m.make(list: [])])
      },
      .bound("repeat", "object, times=None") { (m, a) throws(Interrupt) in
        let times = a[1] == .missing ? -1 : max(try m.index(a[1]), 0)
        return m.makeIterator(.repeat, a[0], [], limit: times)
      },
    ]
  }

  private static func filter(_ name: String, _ form: ItertoolsForm) -> BuiltinFunction {
    .two(name) { (m, function, iterable) throws(Interrupt) in
      let source = try m.iterator(of: iterable)
      return m.makeIterator(form, function, [source])
    }
  }

  private static var filtering: [BuiltinFunction] {
    [
      filter("takewhile", .takewhile), filter("dropwhile", .dropwhile),
      filter("filterfalse", .filterfalse), filter("starmap", .starmap),
      .free("islice") { (m, arguments) throws(Interrupt) in
        let a = arguments.positional
        guard (2...4).contains(a.count) else {
          throw m.raise(.typeError, "islice expected at least 2 arguments, got \(a.count)")
        }
        let source = try m.iterator(of: a[0])
        let start = a.count > 2 && a[1] != .none ? try m.index(a[1]) : 0
        let last = a.count == 2 ? a[1] : a[2]
        let stop = last == .none ? Int.max : try m.index(last)
        let step = a.count > 3 && a[3] != .none ? try m.index(a[3]) : 1
        if start < 0 || stop < 0 {
          throw m.raise(
            .valueError,
            a.count == 2
              ? "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
              : "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        }
        if step < 1 {
          throw m.raise(
            .valueError, "Step for islice() must be a positive integer or None.")
        }
        return m.makeIterator(.islice, source, [.int(start), .int(stop), .int(step)])
      },
      .two("compress") { (m, data, selectors) throws(Interrupt) in
        let first = try m.iterator(of: data)
        let second = try m.iterator(of: selectors)
        return m.makeIterator(.compress, .none, [first, second])
      },
    ]
  }

  private static var combining: [BuiltinFunction] {
    [
      .bound("chain", "*iterables") { (m, a) throws(Interrupt) in
        let all = try m.iterator(of: a[0])
        return m.makeIterator(.chain, .none, [all])
      },
      .bound("accumulate", "iterable, func=None, *, initial=None") { (m, a) throws(Interrupt) in
        let source = try m.iterator(of: a[0])
        let initial = a[2] == .none ? .missing : a[2]
        return m.makeIterator(
          .accumulate, a[1] == .missing ? .none : a[1], [source, initial],
          position: initial == .missing ? 0 : 1)
      },
      .bound("groupby", "iterable, key=None") { (m, a) throws(Interrupt) in
        let source = try m.iterator(of: a[0])
        return m.makeIterator(
          .groupby, a[1] == .missing ? .none : a[1], [source, .missing, .missing, .missing])
      },
      .bound("zip_longest", "*iterables, fillvalue=None") { (m, a) throws(Interrupt) in
        var sources: [Value] = []
        for iterable in m.tuple(a[1]) ?? [] { sources.append(try m.iterator(of: iterable)) }
        return m.makeIterator(.zipLongest, a[0] == .missing ? .none : a[0], sources)
      },
      .bound("tee", "iterable, n=2, /") { (m, a) throws(Interrupt) in
        let source = try m.iterator(of: a[0])
        let seen = m.make(list: [])
        let shared = m.make(list: [source, seen])
        var copies: [Value] = []
        for _ in 0..<(try m.integerArgument(a[1], default: 2)) {
          copies.append(m.makeIterator(.tee, shared, []))
        }
        return m.make(tuple: copies)
      },
      .one("pairwise") { (m, a) throws(Interrupt) in
        let source = try m.iterator(of: a)
        return m.makeIterator(.pairwise, source, [.missing])
      },
    ]
  }

  private static var combinatorial: [BuiltinFunction] {
    [
      .bound("product", "*iterables, repeat=1") { (m, a) throws(Interrupt) in
        var pools: [Value] = []
        for iterable in m.tuple(a[1]) ?? [] {
          let items = try m.collect(iterable)
          pools.append(m.make(tuple: items))
        }
        let all = repeatElements(pools, try m.integerArgument(a[0], default: 1))
        let start = m.make(list: [Value](repeating: .int(0), count: all.count))
        let list = m.make(list: all)
        return m.makeIterator(.product, list, [start])
      },
      choosing("permutations", .permutations), choosing("combinations", .combinations),
      choosing("combinations_with_replacement", .combinationsWithReplacement),
    ]
  }

  private static func choosing(_ name: String, _ form: ItertoolsForm) -> BuiltinFunction {
    .bound(name, form == .permutations ? "iterable, r=None" : "iterable, r") {
      (m, a) throws(Interrupt) in
      let items = try m.collect(a[0])
      let count = a[1] == .missing || a[1] == .none ? items.count : try m.index(a[1])
      if count < 0 { throw m.raise(.valueError, "r must be non-negative") }
      let first = (0..<count).map { Value.int(form == .combinationsWithReplacement ? 0 : $0) }
      let indices = m.make(list: first)
      let pool = m.make(list: items)
      let isEmpty =
        form == .combinationsWithReplacement ? items.isEmpty && count > 0 : count > items.count
      return m.makeIterator(form, pool, [indices], position: isEmpty ? -1 : 0)
    }
  }
}

extension Library {
  /// `itertools.chain.from_iterable`, reached through the function `chain`.
  static var itertoolsMethods: [BuiltinFunction] {
    [
      .two("from_iterable", of: .builtinFunction) { (m, _, iterables) throws(Interrupt) in
        let all = try m.iterator(of: iterables)
        return m.makeIterator(.chain, .none, [all])
      },
      .one("__iter__", of: .itertoolsIterator) { (_, a) in a },
      .one("__next__", of: .itertoolsIterator) { (m, a) throws(Interrupt) in
        if let value = try m.next(a) { return value }
        throw m.raise(.stopIteration)
      },
    ]
  }
}

extension Machine {
  mutating func makeIterator(
    _ form: ItertoolsForm, _ source: Value, _ sources: [Value], position: Int = 0, limit: Int = 0
  ) -> Value {
    make(
      .iterator(
        IteratorObject(
          kind: .library, source: source, sources: sources, position: position, limit: limit,
          step: form.rawValue)))
  }

  private mutating func update(_ iterator: Value, _ state: IteratorObject) {
    if let index = iterator.heapIndex { heap[index] = .iterator(state) }
  }

  /// A step of one of itertools' iterators.
  mutating func nextOfItertools(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    guard let form = ItertoolsForm(rawValue: state.step) else { return nil }
    switch form {
    case .count:
      var next = state
      next.source = try binary(.add, state.source, state.sources[0])
      update(iterator, next)
      return state.source
    case .cycle: return try nextOfCycle(iterator, state)
    case .repeat:
      if state.limit == 0 { return nil }
      if state.limit > 0 {
        var next = state
        next.limit -= 1
        update(iterator, next)
      }
      return state.source
    case .chain: return try nextOfChain(iterator, state)
    case .islice: return try nextOfSlice(iterator, state)
    case .takewhile, .dropwhile, .filterfalse, .starmap:
      return try nextOfFilter(iterator, state, form)
    case .accumulate: return try nextOfAccumulate(iterator, state)
    case .product: return nextOfProduct(iterator, state)
    case .permutations, .combinations, .combinationsWithReplacement:
      return nextOfChoice(iterator, state, form)
    case .groupby: return try nextOfGroups(iterator)
    case .group: return try nextInGroup(state)
    case .zipLongest: return try nextOfZipLongest(iterator, state)
    case .tee: return try nextOfTee(iterator, state)
    case .pairwise:
      var next = state
      if state.sources[0] == .missing {
        guard let first = try self.next(state.source) else { return nil }
        next.sources[0] = first
        update(iterator, next)
      }
      guard let second = try self.next(state.source) else { return nil }
      let pair = make(tuple: [next.sources[0], second])
      next.sources[0] = second
      update(iterator, next)
      return pair
    case .compress:
      while let value = try self.next(state.sources[0]) {
        guard let selector = try self.next(state.sources[1]) else { return nil }
        if try isTrue(selector) { return value }
      }
      return nil
    }
  }

  private mutating func nextOfCycle(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    var next = state
    if state.source != .none {
      if let value = try self.next(state.source) {
        withList(state.sources[0]) { $0.append(value) }
        return value
      }
      next.source = .none
    }
    guard let seen = list(state.sources[0]), !seen.isEmpty else { return nil }
    next.position = (state.position + 1) % seen.count
    update(iterator, next)
    return seen[state.position]
  }

  private mutating func nextOfChain(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    var next = state
    while true {
      if next.source != .none, let value = try self.next(next.source) { return value }
      guard let iterable = try self.next(state.sources[0]) else { return nil }
      next.source = try self.iterator(of: iterable)
      update(iterator, next)
    }
  }

  private mutating func nextOfSlice(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    guard case .int(let wanted) = state.sources[0], case .int(let stop) = state.sources[1],
      case .int(let step) = state.sources[2]
    else { return nil }
    var next = state
    let target = min(wanted, stop)
    while next.position < target {
      guard try self.next(state.source) != nil else { return nil }
      next.position += 1
    }
    update(iterator, next)
    guard wanted < stop, let value = try self.next(state.source) else { return nil }
    next.position += 1
    next.sources[0] = .int(wanted > Int.max - step ? Int.max : wanted + step)
    update(iterator, next)
    return value
  }

  private mutating func nextOfFilter(
    _ iterator: Value, _ state: IteratorObject, _ form: ItertoolsForm
  ) throws(Interrupt) -> Value? {
    if form == .takewhile, state.position == 1 { return nil }
    while let value = try next(state.sources[0]) {
      if form == .starmap { return try call(state.source, collect(value)) }
      if form == .dropwhile, state.position == 1 { return value }
      let holds = try isTrue(
        form == .filterfalse && state.source == .none ? value : call(state.source, [value]))
      switch form {
      case .takewhile:
        if holds { return value }
        turn(iterator, state)
        return nil
      case .dropwhile:
        if !holds {
          turn(iterator, state)
          return value
        }
      default: if !holds { return value }
      }
    }
    return nil
  }

  private mutating func turn(_ iterator: Value, _ state: IteratorObject) {
    var next = state
    next.position = 1
    update(iterator, next)
  }

  private mutating func nextOfAccumulate(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    var next = state
    if state.position == 1 {
      next.position = 0
      update(iterator, next)
      return state.sources[1]
    }
    guard let value = try self.next(state.sources[0]) else { return nil }
    let total = state.sources[1]
    if total == .missing {
      next.sources[1] = value
    } else if state.source == .none {
      next.sources[1] = try binary(.add, total, value)
    } else {
      next.sources[1] = try call(state.source, [total, value])
    }
    update(iterator, next)
    return next.sources[1]
  }

  private func numbers(_ list: Value) -> [Int] {
    (self.list(list) ?? []).map { if case .int(let int) = $0 { int } else { 0 } }
  }

  private mutating func nextOfProduct(_ iterator: Value, _ state: IteratorObject) -> Value? {
    if state.position < 0 { return nil }
    let pools = (list(state.source) ?? []).map { tuple($0) ?? [] }
    var indices = numbers(state.sources[0])
    if pools.contains(where: \.isEmpty) { return nil }
    let items = indices.enumerated().map { pools[$0.offset][$0.element] }
    var next = state
    next.position = -1
    var place = pools.count - 1
    while place >= 0 {
      indices[place] += 1
      if indices[place] < pools[place].count {
        next.position = 1
        break
      }
      indices[place] = 0
      place -= 1
    }
    let after = indices
    withList(state.sources[0]) { $0 = after.map { .int($0) } }
    update(iterator, next)
    return make(tuple: items)
  }

  private mutating func nextOfChoice(
    _ iterator: Value, _ state: IteratorObject, _ form: ItertoolsForm
  ) -> Value? {
    if state.position < 0 { return nil }
    let pool = list(state.source) ?? []
    var indices = numbers(state.sources[0])
    let items = indices.map { pool[$0] }
    var next = state
    let hasMore =
      form == .permutations
      ? Machine.stepPermutation(&indices, of: pool.count)
      : Machine.stepCombination(&indices, of: pool.count, repeats: form != .combinations)
    next.position = hasMore ? 1 : -1
    let after = indices
    withList(state.sources[0]) { $0 = after.map { .int($0) } }
    update(iterator, next)
    return make(tuple: items)
  }

  private static func stepCombination(
    _ indices: inout [Int], of count: Int, repeats: Bool
  ) -> Bool {
    var place = indices.count - 1
    while place >= 0 {
      let last = repeats ? count - 1 : count - indices.count + place
      if indices[place] < last {
        indices[place] += 1
        var following = place + 1
        while following < indices.count {
          indices[following] = indices[following - 1] + (repeats ? 0 : 1)
          following += 1
        }
        return true
      }
      place -= 1
    }
    return false
  }

  /// The next arrangement in lexicographic order of indices.
  private static func stepPermutation(_ indices: inout [Int], of count: Int) -> Bool {
    var place = indices.count - 1
    while place >= 0 {
      let before = Set(indices[..<place])
      var candidate = indices[place] + 1
      while candidate < count, before.contains(candidate) { candidate += 1 }
      if candidate < count {
        indices[place] = candidate
        var used = before.union([candidate])
        for following in (place + 1)..<max(indices.count, place + 1) {
          var least = 0
          while used.contains(least) { least += 1 }
          indices[following] = least
          used.insert(least)
        }
        return true
      }
      place -= 1
    }
    return false
  }

  private mutating func groupState(_ iterator: Value) -> IteratorObject? {
    if case .iterator(let state)? = object(iterator) { state } else { nil }
  }

  /// Reads one more value of a `groupby`'s source; false at its end.
  private mutating func readGroupValue(_ iterator: Value) throws(Interrupt) -> Bool {
    guard var state = groupState(iterator), let value = try next(state.sources[0]) else {
      if var state = groupState(iterator) {
        state.sources[2] = .missing
        update(iterator, state)
      }
      return false
    }
    let key = state.source == .none ? value : try call(state.source, [value])
    state.sources[1] = key
    state.sources[2] = value
    update(iterator, state)
    return true
  }

  private mutating func nextOfGroups(_ iterator: Value) throws(Interrupt) -> Value? {
    guard var state = groupState(iterator) else { return nil }
    let target = state.sources[3]
    if state.sources[2] == .missing, try !readGroupValue(iterator) { return nil }
    while target != .missing, let current = groupState(iterator),
      try equal(current.sources[1], target)
    {
      if try !readGroupValue(iterator) { return nil }
    }
    guard let current = groupState(iterator) else { return nil }
    state = current
    state.sources[3] = state.sources[1]
    state.position += 1
    update(iterator, state)
    let group = makeIterator(.group, iterator, [state.sources[1]], position: state.position)
    return make(tuple: [state.sources[1], group])
  }

  private mutating func nextInGroup(_ state: IteratorObject) throws(Interrupt) -> Value? {
    guard let parent = groupState(state.source), parent.position == state.position else {
      return nil
    }
    if parent.sources[2] == .missing, try !readGroupValue(state.source) { return nil }
    guard var current = groupState(state.source),
      try equal(current.sources[1], state.sources[0])
    else { return nil }
    let value = current.sources[2]
    current.sources[2] = .missing
    update(state.source, current)
    return value
  }

  private mutating func nextOfZipLongest(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    var next = state
    var items: [Value] = []
    for (index, source) in state.sources.enumerated() {
      if source != .none, let value = try self.next(source) {
        items.append(value)
      } else {
        next.sources[index] = .none
        items.append(state.source)
      }
    }
    update(iterator, next)
    return next.sources.allSatisfy { $0 == .none } ? nil : make(tuple: items)
  }

  private mutating func nextOfTee(
    _ iterator: Value, _ state: IteratorObject
  ) throws(Interrupt) -> Value? {
    guard let shared = list(state.source), shared.count == 2 else { return nil }
    if let seen = list(shared[1]), state.position >= seen.count {
      guard let value = try self.next(shared[0]) else { return nil }
      withList(shared[1]) { $0.append(value) }
    }
    var next = state
    next.position += 1
    update(iterator, next)
    return list(shared[1])?[state.position]
  }
}
