/// Something happened that must never happen.
package struct Violation: Error, CustomStringConvertible, Sendable {
    package let description: String

    init(_ description: String) { self.description = description }
}
