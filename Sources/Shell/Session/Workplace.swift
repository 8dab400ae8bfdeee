// Where a lesson's program runs: a fresh folder with copies of the lesson's data files, so that every
// run starts alike. A learner's own file runs where it is.

import Diagnostics
import Glibc

struct Workplace {
  /// The program's file.
  let program: String
  /// The folder whose files it may touch.
  let folder: String
  /// What is to be removed at the end; nil for a learner's own folder.
  private let scratch: ScratchFolder?

  struct Fault: Error {
    let reason: Wording

    init(_ path: String, _ number: Int32) {
      reason = .says("\(path): \(Wording.systemError(number))")
    }
  }

  static func make(for job: Job) -> Result<Workplace, Fault> {
    guard !job.isOwnFile else {
      let path = job.program.path
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { String(path[..<$0]) } ?? "."
      return .success(
        Workplace(program: path, folder: folder.isEmpty ? "/" : folder, scratch: nil))
    }
    let scratch: ScratchFolder
    switch ScratchFolder.make() {
    case .success(let made): scratch = made
    case .failure(let fault): return .failure(fault)
    }
    let name = job.program.name.split(separator: "/").last.map(String.init) ?? "program.py"
    let place = Workplace(
      program: scratch.path + "/" + name, folder: scratch.path + "/files", scratch: scratch)
    do throws(Fault) {
      guard mkdir(place.folder, 0o700) == 0 else { throw Fault(place.folder, errno) }
      try write(Array(job.program.text.utf8), to: place.program)
      for file in job.files { try write(file.bytes, to: place.folder + "/" + file.name) }
      return .success(place)
    } catch {
      place.remove()
      return .failure(error)
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Fault(path, errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Fault(path, errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// Removes the folder and what the program left in it.
  func remove() {
    scratch?.remove()
  }
}

/// A folder for the length of a run. A lock on it tells the folder of a run from what a shell that was
/// killed has left behind, which the next run removes.
private struct ScratchFolder {
  let path: String
  private let lock: Int32
  private static let beginning = "tutor-run-"

  static func make() -> Result<ScratchFolder, Workplace.Fault> {
    let parent = environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    removeAbandoned(in: parent)
    guard let made = strdup(parent + "/" + beginning + "XXXXXX") else {
      return .failure(Workplace.Fault(parent, errno))
    }
    defer { free(made) }
    guard mkdtemp(made) != nil else { return .failure(Workplace.Fault(parent, errno)) }
    let path = String(cString: made)
    let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX) }
    return .success(ScratchFolder(path: path, lock: lock))
  }

  func remove() {
    Self.remove(path, depth: 0)
    if lock >= 0 { close(lock) }
  }

  private static func removeAbandoned(in parent: String) {
    for name in names(in: parent) where name.hasPrefix(beginning) {
      let path = parent + "/" + name
      var about = stat()
      // A folder of this minute may be one that is about to be locked.
      guard lstat(path, &about) == 0, about.st_mode & S_IFMT == S_IFDIR,
        about.st_uid == getuid(), about.st_mtim.tv_sec < time(nil) - 60
      else { continue }
      let lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path, depth: 0) }
      close(lock)
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String, depth: Int) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard depth < 64 else { return }
    for name in names(in: path) { remove(path + "/" + name, depth: depth + 1) }
    rmdir(path)
  }
}
