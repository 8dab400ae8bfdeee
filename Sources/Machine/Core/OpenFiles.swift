// Files that a program forgets to close. CPython counts references and closes a file the moment its
// last one is gone; here reachability is looked at where a last reference may have gone: after a
// statement with a nameless `open(…)`, and when a frame that opened a file is left.

extension Machine {
  /// A file was opened by the topmost frame.
  mutating func didOpen(_ file: Value) {
    if let index = file.heapIndex {
      openFiles.append(OpenFile(index: UInt32(index), depth: Int32(frames.count)))
    }
  }

  mutating func didClose(_ file: Value) {
    if let index = file.heapIndex { openFiles.removeAll { $0.index == UInt32(index) } }
  }

  /// Closes what no variable, frame or object refers to any more.
  mutating func closeUnreachableFiles() throws(Interrupt) {
    guard !openFiles.isEmpty else { return }
    try closeFiles(unmarkedIn: markReachable())
  }

  /// Before the topmost frame is left: its own files close unless something else holds them.
  mutating func closeFilesOfFrame() throws(Interrupt) {
    let depth = Int32(frames.count)
    guard openFiles.contains(where: { $0.depth >= depth }) else { return }
    let frame = frames[frames.count - 1]
    let result = peek()
    var leaving = self
    leaving.top = Int(frame.base)
    leaving.frames.removeLast()
    let marked = leaving.markReachable(alsoFrom: [result, frame.owner])
    try closeFiles(unmarkedIn: marked)
    for index in openFiles.indices where openFiles[index].depth >= depth {
      openFiles[index].depth = depth - 1
    }
  }

  /// At the end of the main process.
  mutating func closeAllFiles() throws(Interrupt) {
    for file in openFiles { try closeFile(.object(Reference(heap: Int(file.index)))) }
  }

  private mutating func closeFiles(unmarkedIn marked: [Bool]) throws(Interrupt) {
    let unreachable = openFiles.filter { !marked[Int($0.index)] }
    for file in unreachable { try closeFile(.object(Reference(heap: Int(file.index)))) }
  }
}
