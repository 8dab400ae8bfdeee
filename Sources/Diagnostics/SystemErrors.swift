// Why the system has refused something, in words.

import Glibc

extension Wording {
  /// What strerror(3) says of an error number: `No such file or directory`. It is looked up in English,
  /// whatever the locale is, so that it is found in our own table.
  package static func systemError(_ number: Int32) -> Wording {
    guard let plain = newlocale(1 << LC_MESSAGES, "C", nil) else {
      return .listed(String(cString: strerror(number)))
    }
    defer { freelocale(plain) }
    return .listed(String(cString: strerror_l(number, plain)))
  }
}
