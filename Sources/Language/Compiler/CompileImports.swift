// Imports. Which modules there are and what `*` brings is known before the program runs.

import Diagnostics

extension CodeGenerator {
  mutating func compileImport(_ alias: ImportAlias, _ span: Span) {
    let path = alias.name.name
    emit(.importModule(tables.name(path)), span)
    if let short = alias.alias {
      store(short.name, span)
      return
    }
    let first = String(path.prefix { $0 != "." })
    if first != path {
      emit(.pop, span)
      emit(.importModule(tables.name(first)), span)
    }
    store(first, span)
  }

  mutating func compileImport(from module: Identifier, _ names: [ImportAlias], _ span: Span) {
    if module.name == "__future__" {
      report("from __future__ imports must occur at the beginning of the file", at: span)
    }
    emit(.importModule(tables.name(module.name)), span)
    if names.isEmpty || names[0].name.name == "*" {
      for name in environment.starNames(of: module.name) {
        emit(.importName(tables.name(name)), span)
        emit(.storeGlobal(tables.global(name)), span)
      }
    } else {
      for name in names { compileImport(name, of: module.name, span) }
    }
    emit(.pop, span)
  }

  /// `module -> module`, one of its names bound.
  private mutating func compileImport(_ alias: ImportAlias, of module: String, _ span: Span) {
    let name = alias.name.name
    let path = "\(module).\(name)"
    let isMember = environment.modules[module]?.names.contains(name) ?? false
    if !isMember, environment.modules[path] != nil {
      emit(.importModule(tables.name(path)), span)
    } else {
      emit(.importName(tables.name(name)), span)
    }
    store((alias.alias ?? alias.name).name, span)
  }
}
