package import Curriculum

extension Curriculum {
    private static let loaded = Result { () throws -> Curriculum in try Curriculum.builtIn() }

    /// The built-in content, read once for all tests: reading and checking it takes half a second
    /// in a debug build.
    package static func shared() throws -> Curriculum { try loaded.get() }
}
