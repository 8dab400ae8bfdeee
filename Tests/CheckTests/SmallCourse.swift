// A course of one lesson, small enough that every search in it takes a moment.

/// Two questions and an exercise about two buyers and a ticket.
enum SmallCourse {
  static func program(
    _ body: String, imports: String = "Lock, Process", start: String = together
  ) -> String {
    """
    import time
    from multiprocessing import \(imports)

    BUYERS = 2


    def walk():
        time.sleep(0.1)


    def read():
        with open('left.txt') as file:
            return int(file.read())


    def write(left):
        with open('left.txt', 'w') as file:
            file.write(str(left))


    def buy(lock):
    \(body)


    if __name__ == '__main__':
        lock = Lock()
        buyers = [Process(target=buy, args=(lock,)) for _ in range(BUYERS)]
    \(start)

    """
  }

  static let together = """
        for buyer in buyers:
            buyer.start()
        for buyer in buyers:
            buyer.join()
    """

  static let race = program(
    """
        walk()
        left = read()
        if left > 0:
            write(left - 1)
            print('bought')
        else:
            print('late')
    """)

  static let solution = program(
    """
        walk()
        with lock:
            left = read()
            if left > 0:
                write(left - 1)
                print('bought')
            else:
                print('late')
    """)

  /// Wrong fixes by name, with the points of four that they bring.
  static let wrongFixes: [(name: String, text: String, points: Int)] = [
    ("race", race, 1),
    (
      "narrow",
      program(
        """
            walk()
            left = read()
            if left > 0:
                with lock:
                    write(left - 1)
                print('bought')
            else:
                print('late')
        """), 1
    ),
    (
      "own_lock",
      program(
        """
            walk()
            with Lock():
                left = read()
                if left > 0:
                    write(left - 1)
                    print('bought')
                else:
                    print('late')
        """), 1
    ),
    (
      "kept",
      program(
        """
            walk()
            lock.acquire()
            left = read()
            if left > 0:
                write(left - 1)
                print('bought')
            else:
                print('late')
                lock.release()
        """), 2
    ),
    (
      "serial",
      program(
        """
            with lock:
                walk()
                left = read()
                if left > 0:
                    write(left - 1)
                    print('bought')
                else:
                    print('late')
        """), 3
    ),
  ]

  static let lesson = """
    ---
    id: shop
    title: The shop
    ---
    ```program
    race.py
    ```

    ```predict
    id: sold
    ask: How many of {BUYERS} buyers can get the ticket?
    with: {BUYERS: [2, 3]}
    observe: printed("bought")
    answer: which
    hints: [Look at both.]
    because: Both can read before either writes.
    beliefs:
      - answer: '1'
        says: Between a look and a write others can look too.
    ```

    ```predict
    id: crash
    ask: Can a buyer die?
    observe: crashed > 0
    answer: can
    value: 'True'
    hints: [A file is emptied when it is opened.]
    because: It is empty for a moment.
    ```

    ```fix
    start: fix/till.py
    ask: Sell it once.
    with: {BUYERS: 2}
    must:
      - never: printed("bought") > 1
        says: It is sold at most once.
      - never: stuck or crashed > 0
        says: Everybody comes to their end.
        points: 2
      - can: overlap("walk")
        says: Two may walk at the same time.
    hints: [What must be one?]
    because: The look and the write are one.
    ```

    """

  /// Writes it to `course` in a scratch folder; answers its path.
  static func make(in scratch: Scratch) throws -> String {
    try scratch.write("course/course.yaml", "format: 1\ntitle: Small\nlessons: [01-shop]\n")
    try scratch.write("course/01-shop/lesson.md", lesson)
    try scratch.write("course/01-shop/race.py", race)
    try scratch.write("course/01-shop/fix/till.py", race)
    try scratch.write("course/01-shop/left.txt", "1")
    return scratch.path + "/course"
  }

  static func answers(_ sold: String, _ crash: String) -> String {
    """
    answers:
      - {lesson: shop, question: sold, prediction: '\(sold)'}
      - {lesson: shop, question: crash, prediction: '\(crash)'}

    """
  }
}
