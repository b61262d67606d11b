import Foundation
import Synchronization

/// Where the rules of time zones come from: those the program was built with, or the machine's own
/// (the package tzdata), if they are newer. So a host gets new rules as everything else on the
/// machine does.
package enum ZoneRules {
    /// Which edition of the IANA database is at work, for instance `2025b`.
    package static var edition: String { machine?.edition ?? builtInEdition }

    /// Whether they are the machine's.
    package static var areMachines: Bool { machine != nil }

    private static let builtInEdition = TimeZone.timeZoneDataVersion

    /// A folder of zone files, and its edition.
    struct Folder: Sendable {
        let path: String
        let edition: String

        /// Nil unless it says which edition it is.
        init?(path: String) {
            let name = "\(path)/tzdata.zi"
            guard let file = FileHandle(forReadingAtPath: name) else { return nil }
            // Its first line is enough. One that can't be read says nothing.
            let bytes = (try? file.read(upToCount: 64)) ?? Data()
            let line = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
            guard line.hasPrefix("# version "), line.count <= 20 else { return nil }
            self.path = path
            edition = String(line.dropFirst(10))
        }

        /// What a zone's file says; nil if it can't be read.
        func rules(of name: String) -> ZoneFile? {
            guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else {
                return nil
            }
            return ZoneFile([UInt8](bytes.prefix(1 << 20)))
        }
    }

    private static let machine: Folder? = {
        let path = ProcessInfo.processInfo.environment["TZDIR"] ?? "/usr/share/zoneinfo"
        guard let folder = Folder(path: path), folder.edition > builtInEdition else { return nil }
        return folder
    }()

    private static let known = Mutex<[String: ZoneFile]>([:])

    /// The machine's rules for a zone; nil if those the program was built with go.
    ///
    /// - Parameter name: one of ours, never what anybody typed.
    static func machineRules(of name: String) -> ZoneFile? {
        guard let machine else { return nil }
        return known.withLock { known in
            if let rules = known[name] { return rules }
            let rules = machine.rules(of: name)
            known[name] = rules
            return rules
        }
    }
}
