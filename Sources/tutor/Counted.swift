/// A number of things, in groups of three digits: `1 state`, `48 102 states`.
func counted(_ number: Int, _ thing: String) -> String {
  var text = ""
  for (index, digit) in String(number).reversed().enumerated() {
    if index > 0, index.isMultiple(of: 3) { text = "\u{202F}" + text }
    text = String(digit) + text
  }
  return "\(text) \(thing)" + (number == 1 ? "" : "s")
}
