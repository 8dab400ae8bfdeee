// Runs one expression in a world of its own, for tables of expressions and their values.

/// What an expression gives: its `repr`, or the exception that it raises, as `type: message`.
func evaluate(_ expression: String, setup: String = "") -> String {
  let run = SoloWorld.run(
    """
    \(setup)
    try:
        print(repr(\(expression)), end='')
    except Exception as error:
        print(f'{type(error).__name__}: {error}', end='')
    """)
  return run.refusal ?? run.unsupported ?? run.output + run.errors
}
