// Interning: each component's content once, named by a handle, so that states are compared, hashed
// and stored by handles alone. Handles are given in the order of discovery, from 1.

/// A pool of distinct contents, with whatever stands for each of them.
///
/// Walked never, only asked: that is why a dictionary may be here.
package struct ComponentPool<Content: Hashable, Component> {
  private var handles: [Content: Handle] = [:]
  private var components: [Component] = []

  package init() {}

  package var count: Int { components.count }

  /// The handle of a content that is there.
  package func handle(of content: Content) -> Handle? { handles[content] }

  /// The handle of the content; its component is only taken where it is new.
  package mutating func intern(
    _ content: Content, _ component: @autoclosure () -> Component
  ) -> Handle {
    if let handle = handles[content] { return handle }
    components.append(component())
    let handle = Handle(components.count)
    handles[content] = handle
    return handle
  }

  package subscript(handle: Handle) -> Component { components[Int(handle) - 1] }
}
