// The files that stand beside a program, as an exploration finds them at its start.

import Glibc

package enum ProgramFolder {
  // A program's folder holds a few small files; a home folder may hold the world.
  private static let largestFile = 1 << 20
  private static let mostFiles = 1_000
  private static let deepest = 3

  /// The regular files of the program's folder by path; hidden, large and deep ones are left out.
  package static func read(beside program: String) -> [String: [UInt8]] {
    let folder = program.lastIndex(of: "/").map { String(program[...$0]) } ?? "./"
    var files: [String: [UInt8]] = [:]
    collect(folder, prefix: "", depth: 0, into: &files)
    return files
  }

  private static func collect(
    _ folder: String, prefix: String, depth: Int, into files: inout [String: [UInt8]]
  ) {
    for name in names(in: folder) where files.count < mostFiles {
      var status = stat()
      let path = folder + name
      guard lstat(path, &status) == 0 else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        guard status.st_size <= largestFile, let bytes = bytes(of: path) else { continue }
        files[prefix + name] = bytes
      case S_IFDIR where depth < deepest:
        collect(path + "/", prefix: prefix + name + "/", depth: depth + 1, into: &files)
      default: continue
      }
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") && !name.hasPrefix("__pycache__") { names.append(name) }
    }
    return names.sorted()
  }

  /// A file's bytes; nil, and `errno` says why, where it cannot be read.
  package static func bytes(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
