// Effects on files. A path leads to a content, which an open file keeps: so who has a file open goes
// on with it when its name is given to another. Opening for writing empties a file at once.

import Explorer
import Machine

extension Kernel {
  private enum Errno {
    static let noEntry: Int32 = 2
    static let badFile: Int32 = 9
    static let exists: Int32 = 17
    static let notFolder: Int32 = 20
    static let isFolder: Int32 = 21
  }

  func performOnFiles(
    _ effect: Effect, by context: inout ProcessContext, in transaction: inout Transaction
  ) -> Reply {
    switch effect {
    case .open(let path, let mode): return open(path, mode, &context, in: &transaction)
    case .read(let file, let limit): return read(file, limit, &context, in: &transaction)
    case .writeFile(let file, let bytes):
      return write(bytes, to: file, &context, in: &transaction)
    case .seek(let file, let offset, let origin):
      return seek(file, to: offset, from: origin, &context, in: &transaction)
    case .truncate(let file, let size):
      return withOpenFile(file, &context, in: &transaction) { open, bytes in
        if size < bytes.count { bytes.removeLast(bytes.count - size) }
        bytes += [UInt8](repeating: 0, count: size - bytes.count)
        return .done
      }
    case .close(let file):
      context.remove(file)
      return .done
    case .remove(let path): return remove(path, in: &transaction)
    case .rename(let old, let new): return rename(old, new, in: &transaction)
    case .fileKind(let path):
      guard case .inside(let name) = FolderPath.resolve(path) else {
        return .failed(.outsideFolder(path: path))
      }
      return .int(folders.contains(name) ? 2 : transaction[pathSlot(name)] != 0 ? 1 : 0)
    case .fileSize(let path): return size(path, in: &transaction)
    case .listFolder(let path): return list(path, in: &transaction)
    default: return .done
    }
  }

  // MARK: Handles

  func pathSlot(_ name: String) -> Slot { slots.slot(.path(name)) }

  /// A path's component is the slot of its content, 0 where there is no file.
  func pathHandle(_ content: Slot) -> Handle { Handle(content.index) + 1 }

  func contentSlot(_ handle: Handle) -> Slot { Slot(Int(handle) - 1) }

  func handle(ofContent bytes: [UInt8]) -> Handle { components.contents.intern(bytes, bytes) }

  func content(_ handle: Handle) -> [UInt8] { handle == 0 ? [] : components.contents[handle] }

  func handle(ofFolder names: [String]) -> Handle { components.folders.intern(names, names) }

  // MARK: Opening

  private func open(
    _ path: String, _ mode: OpenMode, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Reply {
    guard case .inside(let name) = FolderPath.resolve(path) else {
      return .failed(.outsideFolder(path: path))
    }
    if folders.contains(name) { return .failed(.system(errno: Errno.isFolder, path: path)) }
    let handle = transaction[pathSlot(name)]
    if handle != 0, mode.exclusive { return .failed(.system(errno: Errno.exists, path: path)) }
    var content: Slot
    if handle != 0 {
      content = contentSlot(handle)
      if mode.truncates { transaction[content] = self.handle(ofContent: []) }
    } else {
      guard mode.writes, mode.truncates || mode.appends || mode.exclusive else {
        return .failed(.system(errno: Errno.noEntry, path: path))
      }
      if let failure = missingFolder(of: name, path, in: &transaction) { return failure }
      content = create(name, by: context, in: &transaction)
    }
    let open = OpenFile(content: content, path: path, position: 0, mode: mode)
    return .file(context.add(.own(open)))
  }

  private func missingFolder(
    of name: String, _ path: String, in transaction: inout Transaction
  ) -> Reply? {
    let parent = FolderPath.parent(of: name)
    if folders.contains(parent) { return nil }
    let isFile = transaction[pathSlot(parent)] != 0
    return .failed(.system(errno: isFile ? Errno.notFolder : Errno.noEntry, path: path))
  }

  private func create(
    _ name: String, by context: ProcessContext, in transaction: inout Transaction
  ) -> Slot {
    // The first number that is free, so that a file that is made over and over makes states meet.
    var number = 0
    var content = slots.slot(.content(maker: context.index, number: number))
    while transaction[content] != 0 {
      number += 1
      content = slots.slot(.content(maker: context.index, number: number))
    }
    transaction[content] = handle(ofContent: [])
    transaction[pathSlot(name)] = pathHandle(content)
    changeFolder(in: &transaction) { $0.append(name) }
    return content
  }

  private func changeFolder(
    in transaction: inout Transaction, _ change: (inout [String]) -> Void
  ) {
    var names = components.folders[transaction[folderSlot]]
    change(&names)
    names.sort()
    transaction[folderSlot] = handle(ofFolder: names)
  }

  /// Before a fork: what the process has open is from now on in common with its child.
  func shareFiles(of context: inout ProcessContext, in transaction: inout Transaction) {
    for index in context.files.indices {
      guard case .own(let open) = context.files[index] else { continue }
      let slot = slots.slot(.openFile(maker: context.index, number: context.made.sharedFiles))
      context.made.sharedFiles += 1
      transaction[slot] = components.openFiles.intern(open, open)
      context.files[index] = .shared(slot)
    }
  }

  // MARK: Reading and writing

  private func openFile(
    _ file: FileID, _ context: ProcessContext, in transaction: Transaction
  ) -> OpenFile? {
    switch context.entry(file) {
    case .own(let open): open
    case .shared(let slot): components.openFiles[transaction[slot]]
    case nil: nil
    }
  }

  func path(of file: FileID, _ context: ProcessContext, in transaction: Transaction) -> String {
    openFile(file, context, in: transaction)?.path ?? ""
  }

  private func put(
    _ open: OpenFile, for file: FileID, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) {
    switch context.entry(file) {
    case .own: context.files[Int(file.index)] = .own(open)
    case .shared(let slot): transaction[slot] = components.openFiles.intern(open, open)
    case nil: break
    }
  }

  private func withOpenFile(
    _ file: FileID, _ context: inout ProcessContext, in transaction: inout Transaction,
    _ body: (inout OpenFile, inout [UInt8]) -> Reply
  ) -> Reply {
    guard var open = openFile(file, context, in: transaction) else {
      return .failed(.system(errno: Errno.badFile, path: nil))
    }
    let before = content(transaction[open.content])
    let openBefore = open
    var bytes = before
    let reply = body(&open, &bytes)
    if bytes != before { transaction[open.content] = handle(ofContent: bytes) }
    if open != openBefore { put(open, for: file, &context, in: &transaction) }
    return reply
  }

  private func read(
    _ file: FileID, _ limit: Int?, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Reply {
    withOpenFile(file, &context, in: &transaction) { open, bytes in
      let start = min(open.position, bytes.count)
      let end = min(bytes.count, limit.map { start + max($0, 0) } ?? bytes.count)
      open.position = max(open.position, end)
      return .bytes(Array(bytes[start..<end]))
    }
  }

  private func write(
    _ added: [UInt8], to file: FileID, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Reply {
    withOpenFile(file, &context, in: &transaction) { open, bytes in
      if added.isEmpty { return .done }
      let start = open.mode.appends ? bytes.count : open.position
      if start > bytes.count { bytes += [UInt8](repeating: 0, count: start - bytes.count) }
      bytes.replaceSubrange(start..<min(bytes.count, start + added.count), with: added)
      open.position = start + added.count
      return .done
    }
  }

  private func seek(
    _ file: FileID, to offset: Int, from origin: Int, _ context: inout ProcessContext,
    in transaction: inout Transaction
  ) -> Reply {
    guard var open = openFile(file, context, in: transaction) else {
      return .failed(.system(errno: Errno.badFile, path: nil))
    }
    let start =
      switch origin {
      case 0: 0
      case 1: open.position
      default: content(transaction[open.content]).count
      }
    guard start + offset >= 0 else { return .failed(.system(errno: 22, path: nil)) }
    open.position = start + offset
    put(open, for: file, &context, in: &transaction)
    return .int(open.position)
  }

  // MARK: Names

  private func remove(_ path: String, in transaction: inout Transaction) -> Reply {
    guard case .inside(let name) = FolderPath.resolve(path) else {
      return .failed(.outsideFolder(path: path))
    }
    if folders.contains(name) { return .failed(.system(errno: Errno.isFolder, path: path)) }
    let handle = transaction[pathSlot(name)]
    guard handle != 0 else { return .failed(.system(errno: Errno.noEntry, path: path)) }
    transaction[pathSlot(name)] = 0
    forget(contentSlot(handle), in: &transaction)
    changeFolder(in: &transaction) { names in names.removeAll { $0 == name } }
    return .done
  }

  private func rename(
    _ old: String, _ new: String, in transaction: inout Transaction
  ) -> Reply {
    guard case .inside(let from) = FolderPath.resolve(old) else {
      return .failed(.outsideFolder(path: old))
    }
    guard case .inside(let to) = FolderPath.resolve(new) else {
      return .failed(.outsideFolder(path: new))
    }
    let handle = transaction[pathSlot(from)]
    guard handle != 0 else { return .failed(.system(errno: Errno.noEntry, path: old)) }
    if folders.contains(to) { return .failed(.system(errno: Errno.isFolder, path: new)) }
    if let failure = missingFolder(of: to, new, in: &transaction) { return failure }
    if from == to { return .done }
    let replaced = transaction[pathSlot(to)]
    transaction[pathSlot(from)] = 0
    transaction[pathSlot(to)] = handle
    if replaced != 0 { forget(contentSlot(replaced), in: &transaction) }
    changeFolder(in: &transaction) { names in
      names.removeAll { $0 == from || $0 == to }
      names.append(to)
    }
    return .done
  }

  /// Drops a content that no path leads to, unless somebody has it open, so that states meet.
  private func forget(_ content: Slot, in transaction: inout Transaction) {
    for number in 0..<slots.processCount {
      let handle = transaction[slots.slot(.context(ProcessIndex(number: number)))]
      guard handle != 0 else { continue }
      for entry in components.contexts[handle].files {
        switch entry {
        case .own(let open): if open.content == content { return }
        case .shared(let slot):
          if components.openFiles[transaction[slot]].content == content { return }
        case nil: break
        }
      }
    }
    transaction[content] = 0
  }

  private func size(_ path: String, in transaction: inout Transaction) -> Reply {
    guard case .inside(let name) = FolderPath.resolve(path) else {
      return .failed(.outsideFolder(path: path))
    }
    if folders.contains(name) { return .int(4096) }
    let handle = transaction[pathSlot(name)]
    guard handle != 0 else { return .failed(.system(errno: Errno.noEntry, path: path)) }
    return .int(content(transaction[contentSlot(handle)]).count)
  }

  private func list(_ path: String, in transaction: inout Transaction) -> Reply {
    guard case .inside(let folder) = FolderPath.resolve(path) else {
      return .failed(.outsideFolder(path: path))
    }
    guard folders.contains(folder) else {
      let isFile = transaction[pathSlot(folder)] != 0
      return .failed(.system(errno: isFile ? Errno.notFolder : Errno.noEntry, path: path))
    }
    let files = components.folders[transaction[folderSlot]]
    var names = files.filter { FolderPath.parent(of: $0) == folder }.map(FolderPath.name)
    names += folders.filter { !$0.isEmpty && FolderPath.parent(of: $0) == folder }.map(
      FolderPath.name)
    return .texts(names.sorted())
  }
}
