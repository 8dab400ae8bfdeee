// The file effects of a World. A FileID is the descriptor's number, so a fork shares open files and
// their positions as the kernel does.

import Glibc
import Machine

extension World {
  private func descriptor(_ file: FileID) -> Descriptor {
    Descriptor(Int32(truncatingIfNeeded: file.index))
  }

  mutating func open(_ path: String, _ mode: OpenMode, at site: Site) -> Reply {
    do {
      let file = FileID(Int(try context.folder.open(path, mode)))
      remember(file, name: path)
      tell(.opened(file: path, writing: mode.writes), at: site)
      return .file(file)
    } catch {
      return .failed(error.failure(path: path))
    }
  }

  func read(_ file: FileID, limit: Int?, at site: Site) -> Reply {
    descriptor(file).read(limit: limit).reply(path: nil) { bytes in
      tell(.read(file: name(of: file), Array(bytes.prefix(Trace.largestPiece))), at: site)
      return .bytes(bytes)
    }
  }

  func write(_ bytes: [UInt8], to file: FileID, at site: Site) -> Reply {
    descriptor(file).write(bytes).reply(path: nil) { _ in
      tell(.wroteFile(file: name(of: file), Array(bytes.prefix(Trace.largestPiece))), at: site)
      return .done
    }
  }

  func seek(_ file: FileID, _ offset: Int, from origin: Int) -> Reply {
    let whence = origin == 0 ? SEEK_SET : origin == 1 ? SEEK_CUR : SEEK_END
    let position = lseek(descriptor(file).number, offset, whence)
    return position >= 0 ? .int(position) : .failed(.system(errno: errno, path: nil))
  }

  func truncate(_ file: FileID, size: Int) -> Reply {
    ftruncate(descriptor(file).number, size) == 0
      ? .done : .failed(.system(errno: errno, path: nil))
  }

  mutating func close(_ file: FileID) -> Reply {
    forget(file)
    // Linux has closed it even where close(2) reports EINTR.
    guard Glibc.close(descriptor(file).number) == 0 || errno == EINTR else {
      return .failed(.system(errno: errno, path: nil))
    }
    return .done
  }

  func remove(_ path: String) -> Reply {
    do {
      try context.folder.remove(path)
      return .done
    } catch {
      return .failed(error.failure(path: path))
    }
  }

  func rename(_ old: String, to new: String) -> Reply {
    do {
      try context.folder.rename(old, to: new)
      return .done
    } catch {
      return .failed(error.failure(path: old))
    }
  }

  func fileKind(_ path: String) -> Reply {
    do {
      guard let information = try context.folder.information(path) else { return .int(0) }
      return .int(information.st_mode & S_IFMT == S_IFDIR ? 2 : 1)
    } catch {
      return .failed(error.failure(path: path))
    }
  }

  func fileSize(_ path: String) -> Reply {
    do {
      guard let information = try context.folder.information(path) else {
        return .failed(.system(errno: ENOENT, path: path))
      }
      return .int(Int(information.st_size))
    } catch {
      return .failed(error.failure(path: path))
    }
  }

  func list(_ path: String) -> Reply {
    do {
      return .texts(try context.folder.list(path))
    } catch {
      return .failed(error.failure(path: path))
    }
  }
}
