// Runs many programs in one process of CPython, each with names of its own. Flows in: their texts.
// Flows out: what each printed and the traceback that ended it.

import Foundation

enum PythonBatch {
  /// - Returns: a run for each program, in their order; fewer where CPython itself gave up.
  static func run(_ programs: [String], by python: Runner) throws -> [BatchRun] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("tutor-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    try JSONEncoder().encode(programs).write(to: folder.appendingPathComponent("programs.json"))
    try Data(driver.utf8).write(to: folder.appendingPathComponent("driver.py"))
    _ = Runner.spawn(
      ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\" < /dev/null", folder.path]
        + ["timeout", "-s", "KILL", "120"] + python.command + ["driver.py"],
      environment: ProcessInfo.processInfo.environment.merging(python.environment) { $1 })
    let results = try Data(contentsOf: folder.appendingPathComponent("results.json"))
    return try JSONDecoder().decode([[String]].self, from: results).map {
      BatchRun(output: $0[0], traceback: $0[1])
    }
  }

  private static let driver = """
    import io, json, linecache, sys, traceback, warnings

    warnings.simplefilter('ignore')
    results = []
    for text in json.load(open('programs.json')):
        linecache.cache['test.py'] = (len(text), None, text.splitlines(True), 'test.py')
        shown, sys.stdout, told = sys.stdout, io.StringIO(newline=''), ''
        try:
            names = {'__name__': '__main__', '__builtins__': __builtins__}
            exec(compile(text, 'test.py', 'exec'), names)
        except BaseException as error:
            error.__traceback__ = error.__traceback__.tb_next
            told = ''.join(traceback.format_exception(error))
        finally:
            output, sys.stdout = sys.stdout.getvalue(), shown
        results.append([output, told])
    json.dump(results, open('results.json', 'w'))
    """
}
