import Diagnostics
import Language

enum TracebackLines { static func lines(of span: Span, in source: SourceText) -> [String] { [] } }
