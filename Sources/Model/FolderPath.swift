// Paths as programs give them, within the one folder that they may see.

/// A path's place in the program's folder.
enum FolderPath: Hashable {
  /// The normal form: parts with slashes between; empty for the folder itself.
  case inside(String)
  case outside

  static func resolve(_ path: String) -> FolderPath {
    if path.hasPrefix("/") { return .outside }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return .outside }
      } else {
        parts.append(part)
      }
    }
    return .inside(parts.joined(separator: "/"))
  }

  /// The folders that these files stand in; the empty path is the outermost one.
  static func folders(of files: [String]) -> Set<String> {
    var folders: Set<String> = [""]
    for file in files {
      var folder = parent(of: file)
      while folders.insert(folder).inserted { folder = parent(of: folder) }
    }
    return folders
  }

  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
