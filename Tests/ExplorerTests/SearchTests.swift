import Explorer
import Testing

@Suite struct SearchTests {
  // The states are those that SPIN stores without its reduction: Tests/Benchmarks/counts says how the
  // models correspond. The steps are those of a plain search written in another language.
  @Test(arguments: [(1, 4, 3), (3, 106, 195), (6, 14_960, 53_718), (8, 384_320, 1_842_056)])
  func ticketRace(buyers: Int, states: Int, transitions: Int) {
    var search = Search(TicketRace(buyers: buyers))
    let report = search.run()
    guard case .complete = report.stop else { return #expect(Bool(false)) }
    #expect(report.states == states)
    #expect(report.transitions == transitions)
    #expect(report.endings.map(\.number) == Array(1...buyers))
    #expect(report.endings.map(\.count).reduce(0, +) == 1 << buyers - 1)
  }

  // The states are SPIN's too.
  @Test(arguments: [(3, 75, 123), (4, 321, 708), (6, 5_777, 19_158)])
  func philosophers(count: Int, states: Int, transitions: Int) {
    var search = Search(Philosophers(count: count))
    let report = search.run()
    #expect(report.states == states)
    #expect(report.transitions == transitions)
    #expect(report.endings.map(\.number) == [0, 1])
    let stuck = search.path(to: report.endings[1].first)
    #expect(stuck.count == count)
    #expect(Set(stuck.map(\.actor)).count == count)
  }

  @Test func observersSumUp() {
    var search = Search(Dice(dice: 2, sides: 6, activity: .enabled))
    let report = search.run()
    #expect(report.endings.map(\.number) == Array(2...12))
    #expect(report.states == 1 + 2 * 6 + 11)
  }

  @Test func localStepsAreTakenAlone() {
    var search = Search(Dice(dice: 2, sides: 6, activity: .local))
    let report = search.run()
    #expect(report.endings.map(\.number) == Array(2...12))
    #expect(report.states == 1 + 6 + 11)
  }

  @Test func limits() {
    var search = Search(TicketRace(buyers: 6))
    let report = search.run(limits: SearchLimits(states: 100))
    guard case .states = report.stop else { return #expect(Bool(false)) }
    #expect(report.states >= 100 && report.states < 120)

    var cancelled = Search(TicketRace(buyers: 6))
    guard case .cancelled = cancelled.run(shouldStop: { $0 > 1000 }).stop else {
      return #expect(Bool(false))
    }
  }

  /// One thread computes and another one stores, and what is found is the same to the last detail.
  @Test(arguments: [Reductions.none, Reductions()])
  func twoThreadsFindTheSame(reductions: Reductions) {
    var one = Search(TicketRace(buyers: 8), reductions: reductions, jobs: 1)
    var two = Search(TicketRace(buyers: 8), reductions: reductions, jobs: 2)
    var reports = [one.run(), two.run()]
    for index in reports.indices { reports[index].seconds = 0 }
    #expect("\(reports[0])" == "\(reports[1])")
    let paths = [one.paths(to: reports[0].endings.map { [$0] })]
    #expect(paths == [two.paths(to: reports[1].endings.map { [$0] })])
    #expect(reports[0].states > 300_000)
  }

  @Test(arguments: [30_000, 100_000])
  func twoThreadsMeetALimitAtTheSameState(limit: Int) {
    let reports = [1, 2].map { jobs in
      var search = Search(TicketRace(buyers: 8), jobs: jobs)
      var report = search.run(
        limits: SearchLimits(states: limit, walks: WalkLimits(walks: 100, seconds: 60)))
      report.seconds = 0
      return "\(report)"
    }
    #expect(reports[0] == reports[1])
    #expect(reports[0].contains("stop: Explorer.SearchReport.Stop.states"))
  }

  /// A search that is cut short before it comes to any end goes on with walks.
  @Test func walksFindEnds() {
    var search = Search(TicketRace(buyers: 8))
    let report = search.run(limits: SearchLimits(states: 1_000))
    #expect(report.endings.count > 3)
    #expect(report.endings.allSatisfy { $0.count == 0 })
    let path = search.paths(to: [[report.endings[0]]])[0]
    #expect(path?.count ?? 0 >= 8 + 2)
  }

  @Test func witnessesHaveFewestChanges() {
    var search = Search(TicketRace(buyers: 4))
    let report = search.run()
    let paths = search.paths(to: report.endings.map { [$0] }).compactMap { $0 }
    // One sale needs no change but from one buyer to the next; for each further sale, somebody is
    // interrupted between reading and writing and goes on later.
    #expect(paths.map(changes) == [3, 4, 5, 6])
    for (path, ending) in zip(paths, report.endings) {
      #expect(path.count == search.path(to: ending.first).count)
    }
  }

  private func changes(in path: [Move]) -> Int {
    zip(path, path.dropFirst()).count { $0.actor != $1.actor }
  }
}
