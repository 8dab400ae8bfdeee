// How a builtin leaves early. Plain data, so that throwing it costs no allocation.

/// Why an instruction did not finish.
package enum Interrupt: Error {
  /// A Python exception: a reference to a heap object of kind `exception`.
  case raised(Value)
  /// The machine needs its world: `Machine.effect` says for what. Only `perform` throws this, and
  /// builtins let it pass.
  case suspended
  /// The frames were replaced: a forked child starts with its target.
  case restarted
}
