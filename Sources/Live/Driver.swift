// Joins a machine to its world, in the program's own processes. A fork happens inside an effect, so
// its copies go on from there, too.

import Glibc
import Machine

final class Driver {
  private var world: World

  init(_ world: World) { self.world = world }

  /// About ten milliseconds of computing, after which it looks whether Ctrl-C came.
  private static let budget = 1_000_000

  /// Runs a machine to its end, which is this process's end.
  func run(_ start: consuming Machine) -> Never {
    var machine = start
    machine.delaysPickling = world.replay != nil
    // Marks are found by looking at the machine, and a replay changes it, which cannot be done from
    // inside it.
    if world.context.markedFunctions.isEmpty, world.replay == nil {
      machine.answer = { [self] effect, position in
        world.perform(effect, at: Driver.site(position))
      }
    }
    while true {
      let effect = machine.run(budget: Driver.budget)
      if case .serve = effect, let listener = world.listener {
        var server = ManagerServer(world, machine, listener: listener)
        server.run()
      }
      let site = Driver.site(machine.position)
      if !world.context.markedFunctions.isEmpty { world.tellMarks(in: machine, at: site) }
      let reply =
        world.replay == nil
        ? world.perform(effect, at: site)
        : world.performInTurn(effect, of: &machine, at: site)
      machine.resume(with: reply)
    }
  }

  private static func site(_ position: (code: UInt32, pc: Int32)?) -> Site {
    position.map { Site(code: $0.code, pc: $0.pc) } ?? .end
  }
}
