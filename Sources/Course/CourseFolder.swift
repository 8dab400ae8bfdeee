// The files of one folder, read without ever leaving it. Flows in: names as lessons write them.
// Flows out: bytes, texts, or the fault in words. Sizes are bounded; nothing is written.

import Diagnostics
import Glibc

/// A folder whose files may be read: a course's, or a lesson's in it.
struct CourseFolder {
  /// The path as it was given, without a `/` at its end.
  let path: String
  /// The path with symbolic links resolved.
  private let realPath: String

  /// What one text file may hold.
  static let textLimit = 1 << 20
  /// What one data file may hold.
  static let dataLimit = 4 << 20
  /// How many entries one folder may have.
  static let entryLimit = 1000

  /// Why a file cannot be had, as a sentence and a hint.
  struct Refusal: Error, Equatable {
    var message: String
    var hint: String?
  }

  /// nil where there is no such folder.
  init?(path: String) {
    var trimmed = path.isEmpty ? "." : path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard Self.kind(of: trimmed) == S_IFDIR, let real = Self.resolve(trimmed) else { return nil }
    self.path = trimmed
    realPath = real
  }

  /// A folder inside this one.
  func folder(_ name: String) -> Result<CourseFolder, Refusal> {
    switch locate(name) {
    case .failure(let refusal): return .failure(refusal)
    case .success(let path):
      guard let folder = CourseFolder(path: path) else {
        return .failure(Refusal(message: "There is no folder '\(name)' in \(self.path)."))
      }
      return .success(folder)
    }
  }

  /// Whether it has this file.
  func hasFile(_ name: String) -> Bool {
    guard case .success(let path) = locate(name) else { return false }
    return Self.kind(of: path) == S_IFREG
  }

  /// The names in it, sorted by their bytes, hidden ones left out.
  func names() -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while names.count < Self.entryLimit, let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The names of the plain files in it, sorted, hidden ones left out.
  func fileNames() -> [String] {
    names().filter(hasFile)
  }

  /// The names of the folders in it, sorted, hidden ones left out.
  func folderNames() -> [String] {
    names().filter { Self.kind(of: path + "/" + $0) == S_IFDIR }
  }

  /// A text file in UTF-8, without a byte order mark.
  func text(_ name: String) -> Result<String, Refusal> {
    bytes(name, limit: Self.textLimit).flatMap { bytes in
      guard !bytes.contains(0) else {
        return .failure(Refusal(message: "\(name) is a binary file, not a text."))
      }
      let mark: [UInt8] = [0xef, 0xbb, 0xbf]
      let content = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
      guard let text = String(validating: content, as: UTF8.self) else {
        return .failure(
          Refusal(message: "\(name) is not valid UTF-8.", hint: "save it in the encoding UTF-8"))
      }
      return .success(text)
    }
  }

  /// A file's bytes.
  func bytes(_ name: String, limit: Int) -> Result<[UInt8], Refusal> {
    locate(name).flatMap { path in
      switch Self.kind(of: path) {
      case S_IFREG: return Self.read(path, name: name, limit: limit)
      case S_IFDIR: return .failure(Refusal(message: "\(name) is a folder, not a file."))
      case nil: return .failure(Refusal(message: missing(name), hint: neighbour(of: name)))
      default: return .failure(Refusal(message: "\(name) is not a plain file."))
      }
    }
  }

  /// Where a file or folder of it stands, present or not; refused where that is outside.
  func locate(_ name: String) -> Result<String, Refusal> {
    let outside = Refusal(
      message: "'\(name)' leads out of the folder \(path).",
      hint: "name a file in the folder, such as ticket.py")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.utf8.contains(0), name.utf8.count <= 1024,
      parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." })
    else { return .failure(outside) }
    let full = path + "/" + name
    if let real = Self.resolve(full) {
      let root = realPath == "/" ? "/" : realPath + "/"
      guard real.utf8.starts(with: root.utf8) else { return .failure(outside) }
    }
    return .success(full)
  }

  private func missing(_ name: String) -> String {
    "There is no file '\(name)' in \(path)."
  }

  /// A hint that names a file spelt nearly like the missing one.
  private func neighbour(of name: String) -> String? {
    let parts = name.split(separator: "/").map(String.init)
    let prefix = parts.dropLast().joined(separator: "/")
    guard prefix.isEmpty || Self.kind(of: path + "/" + prefix) == S_IFDIR else { return nil }
    let place = prefix.isEmpty ? self : CourseFolder(path: path + "/" + prefix) ?? self
    guard let last = parts.last, let near = Spelling.nearest(to: last, among: place.fileNames())
    else { return nil }
    return "there is " + (prefix.isEmpty ? near : prefix + "/" + near)
  }

  // MARK: The operating system

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  private static func resolve(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func read(
    _ path: String, name: String, limit: Int
  ) -> Result<[UInt8], Refusal> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .failure(unreadable(name)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return .success(bytes) }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(unreadable(name))
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else {
        return .failure(
          Refusal(message: "\(name) is larger than \(limit >> 20) MiB, more than a lesson needs."))
      }
    }
  }

  private static func unreadable(_ name: String) -> Refusal {
    Refusal(message: "\(name) cannot be read: \(String(cString: strerror(errno))).")
  }
}
