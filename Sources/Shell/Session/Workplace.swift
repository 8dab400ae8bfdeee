// Where a lesson's program runs: a fresh folder with copies of the lesson's data files, so that every
// run starts alike. A learner's own file runs where it is.

import Glibc

struct Workplace {
  /// The program's file.
  let program: String
  /// The folder whose files it may touch.
  let folder: String
  /// What is to be removed at the end; nil for a learner's own folder.
  private let scratch: String?

  struct Fault: Error {
    let reason: String

    init(_ path: String, _ number: Int32) {
      reason = "\(path): \(String(cString: strerror(number)))"
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
    let parent = environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array((parent + "/tutor-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return .failure(Fault(parent, errno)) }
    let scratch = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    let name = job.program.name.split(separator: "/").last.map(String.init) ?? "program.py"
    let place = Workplace(
      program: scratch + "/" + name, folder: scratch + "/files", scratch: scratch)
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

  private static func write(_ bytes: [UInt8], to path: String) throws(Fault) {
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
    guard let scratch else { return }
    Self.remove(scratch, depth: 0)
  }

  private static func remove(_ path: String, depth: Int) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard depth < 64, let listing = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(listing) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    closedir(listing)
    for name in names where name != "." && name != ".." {
      remove(path + "/" + name, depth: depth + 1)
    }
    rmdir(path)
  }
}
