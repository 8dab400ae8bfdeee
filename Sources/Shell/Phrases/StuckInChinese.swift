// A stuck run in Chinese, as Live tells it in English: who waits for what, and what would help.

import Diagnostics
import Live
import Observation

struct StuckInChinese {
  let stuck: StuckRun

  /// The report, a row for each process, then hints.
  var rows: [String] {
    let names = stuck.waiters.map { Self.shown($0.process) }
    let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
    let waits = zip(names, stuck.waiters).map { name, waiter in
      let place =
        waiter.call.map { "第 \(waiter.line) 行 \($0)" } ?? "结束时"
      return "  " + DisplayWidth.padded(name, to: nameWidth) + "  " + place + "："
        + explanation(of: waiter)
    }
    return ["卡住了：所有进程都在等待，谁也叫不醒它们。"] + waits + hints.map { "  提示：\($0)" }
  }

  private static func shown(_ name: String) -> String {
    name == RunRecord.mainProcess ? "主进程" : name
  }

  private func explanation(of waiter: StuckRun.Waiter) -> String {
    switch waiter.reason {
    case .process(let name): "等 \(Self.shown(name)) 结束"
    case .semaphore(isLock: false, _) where waiter.call?.contains(".wait(") == true:
      "等着被叫醒；已经没有谁会来叫醒它"
    case .semaphore(let isLock, let holder):
      explanation(of: isLock ? "锁" : "信号量", heldBy: holder, waiter)
    case .item(nil, _): "等队列里的东西；还没有谁放过"
    case .item(let putter?, let hasEnded):
      "等队列里的东西；最后一个是 \(Self.shown(putter)) 放的" + (hasEnded ? "，它已经结束" : "")
    case .turn(let move, let process): "等轮到自己；第 \(move) 步是进程 \(process) 的"
    case .readingLock(let reader):
      "等轮到自己取；\(Self.shown(reader.process)) 在第 \(reader.line) 行占着，已经结束"
    case .queueRoom(let capacity?): "等队列有空位；它只放得下 \(capacity) 个"
    case .queueRoom(nil): "等队列有空位"
    case .feeder: "等自己放的东西送出去；队列的管道满了"
    case .tasks(let left): "等队列的任务做完；还差 \(left) 个"
    case .message: "等消息"
    case .pipeRoom: "等管道有空位"
    case .ready(let count): count == 1 ? "等它就绪" : "等 \(count) 个中的一个就绪"
    case .answer: "等管理器回答"
    }
  }

  private func explanation(
    of thing: String, heldBy holder: StuckRun.Holder?, _ waiter: StuckRun.Waiter
  ) -> String {
    guard let holder else { return "等\(thing)；已经没有谁会释放它" }
    if holder.process == waiter.process { return "等\(thing)；它自己从第 \(holder.line) 行起拿着" }
    let name = Self.shown(holder.process)
    return holder.hasEnded
      ? "等\(thing)；\(name) 在第 \(holder.line) 行拿走，已经结束"
      : "等\(thing)；\(name) 从第 \(holder.line) 行起拿着"
  }

  /// What would help, two sentences at most.
  private var hints: [String] {
    var kept: [String] = []
    for hint in stuck.waiters.compactMap(hint) where !kept.contains(hint) { kept.append(hint) }
    return Array(kept.prefix(2))
  }

  private func hint(for waiter: StuckRun.Waiter) -> String? {
    switch waiter.reason {
    case .semaphore(let isLock, let holder?):
      if holder.hasEnded { return "`with lock:` 无论怎样结束都会还锁" }
      if holder.process == waiter.process, isLock {
        return "一个进程不能把 Lock 拿两次；RLock 可以"
      }
      return "让每个进程按同样的次序拿锁"
    case .item(_?, hasEnded: true):
      return "要告诉对方不会再有了，例如给每个取的进程 q.put(None)；或者让它们做守护进程：daemon=True"
    case .readingLock: return "让取的进程自己结束：用 q.put(None) 代替 p.terminate()"
    case .feeder: return "一个进程放的东西全部送走之后它才会结束：先 q.get()，再 p.join()"
    case .tasks: return "q.get() 每取一个，就 q.task_done() 一次"
    case .message: return "不用的一端要 close()：另一端的所有副本都关闭之后，recv() 才会以 EOFError 结束"
    case .process, .semaphore, .item, .queueRoom, .pipeRoom, .ready, .answer, .turn: return nil
    }
  }
}
