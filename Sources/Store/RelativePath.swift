/// Where a document lies in the data folder, for instance `couples/k3f…/couple.json`.
///
/// A document's name has a dot and a folder's has none, so that the two can't be confused, and no
/// path leads out of the data folder or into the store's own files.
package struct RelativePath: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    /// A malformed path is our bug, so it stops the program; see ``init(validating:)``.
    package init(_ text: String) {
        precondition(Self.isValid(text), "not the path of a document")
        self.text = text
    }

    /// Nil if it is not the path of a document.
    package init?(validating text: String) {
        guard Self.isValid(text) else { return nil }
        self.text = text
    }

    package var description: String { text }
    package static func < (a: RelativePath, b: RelativePath) -> Bool { a.text < b.text }

    /// A path may hold at most this many bytes.
    static let longest = 240

    private static func isValid(_ text: String) -> Bool {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = names.last, text.utf8.count <= longest else { return false }
        return names.dropLast().allSatisfy(FolderPath.isName)
            && last.contains(".") && last.first != "." && last.last != "."
            && FolderPath.isName(last.filter { $0 != "." })
    }
}

/// A folder in the data folder, for instance `couples/k3f…`.
package struct FolderPath: Hashable, Sendable, CustomStringConvertible {
    /// Empty for the data folder itself.
    package let text: String

    /// A malformed path is our bug, so it stops the program.
    package init(_ text: String) {
        let isValid = text.utf8.count <= RelativePath.longest
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        precondition(isValid && names.allSatisfy(Self.isName), "not the path of a folder")
        self.text = text
    }

    /// Nil if it is not the path of a folder.
    package init?(validating text: String) {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard text.utf8.count <= RelativePath.longest, names.allSatisfy(Self.isName) else {
            return nil
        }
        self.text = text
    }

    /// The data folder itself.
    package static let root = FolderPath()

    package var description: String { text }

    private init() { text = "" }

    /// Letters, digits, `-` and `_` of ASCII, at least one.
    static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                // not our enum
                default: false
                }
            }
    }
}
