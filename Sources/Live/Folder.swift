// The one folder whose files a program may touch. Each path is resolved by the kernel beneath the
// folder's descriptor, so that neither `..`, nor an absolute path, nor a symbolic link, nor a rename
// in between leads out of it.

import CPlatform
import Glibc
import Machine

/// An open folder and where it is.
package struct Folder {
  private let descriptor: Int32
  /// Its absolute path without a slash at the end, to recognise absolute paths into it.
  private let path: String

  /// Why a path could not be used.
  package struct Refusal: Error, Hashable {
    /// EXDEV means: outside.
    package let errno: Int32

    package init(errno: Int32) { self.errno = errno }

    package func failure(path: String) -> Failure {
      errno == EXDEV ? .outsideFolder(path: path) : .system(errno: errno, path: path)
    }
  }

  /// - Returns: nil, with `errno` set, where there is no such folder.
  package init?(path: String) {
    let opened = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0, let resolved = realpath(path, nil) else { return nil }
    descriptor = opened
    self.path = String(cString: resolved)
    free(resolved)
  }

  package func close() { Glibc.close(descriptor) }

  // MARK: Files

  /// A descriptor of the file.
  package func open(_ path: String, _ mode: OpenMode) throws(Refusal) -> Int32 {
    let opened = try open(path, flags: Folder.flags(of: mode))
    var information = stat()
    if fstat(opened, &information) == 0, information.st_mode & S_IFMT == S_IFDIR {
      Glibc.close(opened)
      throw Refusal(errno: EISDIR)
    }
    return opened
  }

  private static func flags(of mode: OpenMode) -> Int32 {
    var flags = mode.reads && mode.writes ? O_RDWR : mode.writes ? O_WRONLY : O_RDONLY
    // `r+` alone writes without creating.
    if mode.truncates || mode.appends || mode.exclusive { flags |= O_CREAT }
    if mode.truncates { flags |= O_TRUNC }
    if mode.appends { flags |= O_APPEND }
    if mode.exclusive { flags |= O_EXCL }
    return flags
  }

  package func remove(_ path: String) throws(Refusal) {
    let place = try split(path)
    defer { Glibc.close(place.parent) }
    guard unlinkat(place.parent, place.name, 0) == 0 else { throw Refusal(errno: errno) }
  }

  package func rename(_ path: String, to newPath: String) throws(Refusal) {
    let old = try split(path)
    defer { Glibc.close(old.parent) }
    let new = try split(newPath)
    defer { Glibc.close(new.parent) }
    let result = platform_rename_at(old.parent, old.name, new.parent, new.name)
    guard result == 0 else { throw Refusal(errno: -result) }
  }

  /// What `stat` says; nil where there is nothing.
  package func information(_ path: String) throws(Refusal) -> stat? {
    let place: Int32
    do {
      place = try open(path, flags: platform_open_path_only)
    } catch {
      guard error.errno == ENOENT || error.errno == ENOTDIR else { throw error }
      return nil
    }
    defer { Glibc.close(place) }
    var information = stat()
    guard fstat(place, &information) == 0 else { throw Refusal(errno: errno) }
    return information
  }

  /// The names in it, sorted by their bytes.
  package func list(_ path: String) throws(Refusal) -> [String] {
    let opened = try open(path, flags: O_RDONLY | O_DIRECTORY)
    guard let directory = fdopendir(opened) else {
      let reason = errno
      Glibc.close(opened)
      throw Refusal(errno: reason)
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Paths

  private func open(_ path: String, flags: Int32) throws(Refusal) -> Int32 {
    let inside = try relative(path)
    let opened = platform_open_beneath(descriptor, inside, flags, 0o666)
    if opened >= 0 { return opened }
    // A kernel or a sandbox without openat2.
    guard opened == -ENOSYS || opened == -EPERM && !inside.isEmpty else {
      throw Refusal(errno: -opened)
    }
    return try openStepwise(inside, flags: flags)
  }

  /// The path as seen from the folder.
  private func relative(_ path: String) throws(Refusal) -> String {
    guard !path.utf8.contains(0) else { throw Refusal(errno: EINVAL) }
    guard path.hasPrefix("/") else { return path }
    if path == self.path { return "." }
    let prefix = self.path == "/" ? "/" : self.path + "/"
    guard path.hasPrefix(prefix) else { throw Refusal(errno: EXDEV) }
    let rest = path.dropFirst(prefix.count).drop { $0 == "/" }
    return rest.isEmpty ? "." : String(rest)
  }

  /// The folder that a path's last part is in, opened, and that part.
  private func split(_ path: String) throws(Refusal) -> (parent: Int32, name: String) {
    let inside = try relative(path)
    let parts = inside.split(separator: "/")
    guard let name = parts.last else { throw Refusal(errno: inside.isEmpty ? ENOENT : EISDIR) }
    if name == "." || name == ".." {
      // Resolved first, so that one that leads out is called that.
      Glibc.close(try open(inside, flags: platform_open_path_only))
      throw Refusal(errno: EISDIR)
    }
    let above = parts.dropLast().joined(separator: "/")
    let parent = try open(above.isEmpty ? "." : above, flags: platform_open_path_only | O_DIRECTORY)
    return (parent, String(name))
  }

  /// Part by part, following no symbolic link at all.
  private func openStepwise(_ path: String, flags: Int32) throws(Refusal) -> Int32 {
    guard !path.isEmpty else { throw Refusal(errno: ENOENT) }
    let parts = path.split(separator: "/").filter { $0 != "." }
    var above: [Int32] = [platform_open_at(descriptor, ".", platform_open_path_only, 0)]
    defer { for folder in above { Glibc.close(folder) } }
    for (index, part) in parts.enumerated() {
      if part == ".." {
        guard above.count > 1, let left = above.popLast() else { throw Refusal(errno: EXDEV) }
        Glibc.close(left)
        continue
      }
      let isLast = index == parts.count - 1
      let wanted = isLast ? flags : platform_open_path_only | O_DIRECTORY
      let opened = platform_open_at(
        above[above.count - 1], String(part), wanted | O_NOFOLLOW, 0o666)
      guard opened >= 0 else { throw Refusal(errno: opened == -ELOOP ? EXDEV : -opened) }
      if isLast { return opened }
      above.append(opened)
    }
    let opened = platform_open_at(above[above.count - 1], ".", flags, 0)
    guard opened >= 0 else { throw Refusal(errno: -opened) }
    return opened
  }
}
