import Foundation
import Testing

/// Each format as a reader that is not ours takes it: Python's csv, json and XML, a JSON Schema
/// validator, Perl's TAP parser.
@Suite struct FormatTests {
  /// A batch with a bit of everything, and names that try to break out.
  static func batch(in scratch: Scratch) throws {
    _ = try SmallCourse.make(in: scratch)
    let all = GeneratedBatch.make(40)
    let kinds = [
      "right-all-0", "wrong-race-0", "wrong-missed-0", "wrong-syntax-0", "unread-binary-0",
      "unread-nothing-0", "unread-bomb-0", "hostile-report-0", "hostile-refused-0",
    ]
    let chosen = all.filter { kinds.contains($0.name) || $0.name.contains { "\n<".contains($0) } }
    #expect(chosen.count == kinds.count + 2)
    try GeneratedBatch.write(chosen, to: scratch.path + "/batch")
  }

  static func output(_ format: String, in scratch: Scratch) throws -> String {
    try Tutor.run(BatchTests.arguments(scratch, "--format", format), in: scratch).output
  }

  /// Runs a Python program over a report in the file `report`; what it prints is what it found.
  static func python(_ program: String, over report: String, in scratch: Scratch) throws -> String {
    let python = try #require(Tutor.find("python3"))
    try scratch.write("report", report)
    try scratch.write("reader.py", program)
    let ended = try Tutor.run(
      [scratch.path + "/reader.py", scratch.path + "/report", Tutor.project], in: scratch,
      executable: python)
    #expect(ended.status == 0, "\(ended.errors)")
    return ended.output
  }

  @Test func csvIsReadByPython() throws {
    let scratch = try Scratch()
    try Self.batch(in: scratch)
    let text = try Self.output("csv", in: scratch)
    let found = try Self.python(
      """
      import csv, sys
      with open(sys.argv[1], newline='', encoding='utf-8') as file:
          rows = list(csv.DictReader(file, strict=True))
      for row in rows:
          assert None not in row and None not in row.values(), row
          assert not row['learner'].startswith(('=', '+', '-', '@')), row
          print(row['learner'], row['status'], row['points'], row['max_points'], row['shop/till'])
      """, over: text, in: scratch)
    #expect(found.contains("right-all-0 right 6 6 4\n"))
    #expect(found.contains("wrong-race-0 wrong 1 4 1\n"))
    #expect(found.contains("unread-nothing-0 unread 0 0 \n"))
    #expect(found.contains("hostile-name\\n\\x1b[31mok 1 # SKIP-0 wrong 1 4 1\n"))
    #expect(found.split(separator: "\n").count == 11)
  }

  @Test func jsonFitsItsSchema() throws {
    let scratch = try Scratch()
    try Self.batch(in: scratch)
    let text = try Self.output("json", in: scratch)
    let found = try Self.python(
      """
      import json, sys
      with open(sys.argv[1], encoding='utf-8') as file:
          report = json.load(file)
      with open(sys.argv[2] + '/Sources/Docs/report.schema.json', encoding='utf-8') as file:
          schema = json.load(file)
      try:
          import jsonschema
          jsonschema.Draft202012Validator.check_schema(schema)
          jsonschema.validate(report, schema, cls=jsonschema.Draft202012Validator)
          broken = dict(report, version=2)
          try:
              jsonschema.validate(broken, schema, cls=jsonschema.Draft202012Validator)
              print('the schema takes anything')
          except jsonschema.ValidationError:
              pass
      except ImportError:
          pass
      statuses = [submission['status'] for submission in report['submissions']]
      for status, count in report['summary'].items():
          if status != 'submissions':
              assert statuses.count(status) == count, status
      print(len(statuses), report['summary']['submissions'])
      """, over: text, in: scratch)
    #expect(found == "11 11\n")
  }

  @Test func junitIsReadByPython() throws {
    let scratch = try Scratch()
    try Self.batch(in: scratch)
    let text = try Self.output("junit", in: scratch)
    let found = try Self.python(
      """
      import sys
      import xml.etree.ElementTree as tree
      root = tree.parse(sys.argv[1]).getroot()
      assert root.tag == 'testsuites'
      totals = dict.fromkeys(('tests', 'failures', 'errors'), 0)
      for suite in root:
          assert suite.tag == 'testsuite' and suite.get('name')
          cases = suite.findall('testcase')
          counts = {'tests': len(cases),
                    'failures': len(suite.findall('testcase/failure')),
                    'errors': len(suite.findall('testcase/error'))}
          for name, count in counts.items():
              assert int(suite.get(name)) == count, (suite.get('name'), name)
              totals[name] += count
          for case in cases:
              assert case.get('name') and case.get('classname')
              assert all(child.tag in ('failure', 'error') and child.get('message')
                         for child in case)
          print(suite.get('name'), counts['tests'], counts['failures'], counts['errors'])
      for name, count in totals.items():
          assert int(root.get(name)) == count
      """, over: text, in: scratch)
    #expect(found.contains("right-all-0 5 0 0\n"))
    #expect(found.contains("wrong-race-0 3 2 0\n"))
    #expect(found.contains("hostile-refused-0 3 0 3\n"))
    #expect(found.contains("hostile-<&\"'>,;=1+1\\u202e-0 3 0 0\n"))
  }

  @Test(.enabled(if: Tutor.find("perl") != nil)) func tapIsReadByPerl() throws {
    let scratch = try Scratch()
    try Self.batch(in: scratch)
    let text = try Self.output("tap", in: scratch)
    #expect(text.hasPrefix("TAP version 14\n1..11\n"))
    // Perl's parser knows the protocol up to version 13, which reads the same but for the number.
    try scratch.write("report", text.replacing("TAP version 14", with: "TAP version 13"))
    try scratch.write(
      "reader.pl",
      """
      use TAP::Parser;
      open my $file, '<', $ARGV[0] or die;
      my $tap = do { local $/; <$file> };
      my $parser = TAP::Parser->new({ tap => $tap });
      my ($passed, $failed) = (0, 0);
      while (my $result = $parser->next) {
        next unless $result->is_test;
        die "directive" if $result->has_skip or $result->has_todo;
        $result->is_ok ? $passed++ : $failed++;
      }
      die join "; ", $parser->parse_errors if $parser->parse_errors;
      print "$passed $failed ", $parser->tests_planned, "\\n";
      """)
    let perl = try #require(Tutor.find("perl"))
    let ended = try Tutor.run(
      [scratch.path + "/reader.pl", scratch.path + "/report"], in: scratch, executable: perl)
    #expect(ended.errors == "")
    #expect(ended.output == "2 9 11\n")
    // Its subtests count their own points.
    let points = text.split(separator: "\n").filter {
      $0.hasPrefix("    ok ") || $0.hasPrefix("    not ok ")
    }
    let plans = text.split(separator: "\n").filter { $0.hasPrefix("    1..") }
      .compactMap { Int($0.dropFirst(7).prefix { $0.isNumber }) }
    #expect(plans.count == 11)
    #expect(plans.reduce(0, +) == points.count)
  }

  @Test func gradescopeHasWhatItAsksFor() throws {
    let scratch = try Scratch()
    let lessons = try SmallCourse.make(in: scratch)
    try GeneratedBatch.write(
      [GeneratedBatch.wrong[1], GeneratedBatch.right[2]], to: scratch.path + "/batch")
    let two = try Tutor.run(
      ["check", scratch.path + "/batch", "--lessons", lessons, "--format", "gradescope"],
      in: scratch)
    #expect(two.status == 64)
    #expect(two.errors.contains("gradescope is for one submission, and there are 2 here"))
    let one = try Tutor.run(
      [
        "check", scratch.path + "/batch/wrong-narrow", "--lessons", lessons, "--format",
        "gradescope", "--exit-zero", "--expect", "shop",
      ], in: scratch)
    #expect(one.status == 0)
    let found = try Self.python(
      """
      import json, sys
      results = json.load(open(sys.argv[1], encoding='utf-8'))
      tests = results['tests']
      assert results['score'] == sum(test['score'] for test in tests)
      for test in tests:
          assert set(test) == {'name', 'score', 'max_score', 'status', 'output', 'output_format',
                               'visibility'}, test
          assert 0 <= test['score'] <= test['max_score']
          assert test['status'] in ('passed', 'failed') and test['visibility'] == 'visible'
          assert test['output_format'] == 'text'
          print(test['name'], test['score'], test['max_score'], 'buyer' in test['output'].lower()
                or 'Process' in test['output'])
      """, over: one.output, in: scratch)
    #expect(
      found == """
        shop/sold: prediction 0 1 False
        shop/crash: prediction 0 1 False
        shop/till: It is sold at most once. 0 1 True
        shop/till: Everybody comes to their end. 0 2 True
        shop/till: Two may walk at the same time. 1 1 False

        """)
  }
}
