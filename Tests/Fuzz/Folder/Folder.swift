import Dialogue
import Foundation

@testable import Desk
@testable import Store

/// The bytes are a file of the data folder; the first says which. Damaged files are refused, and
/// whatever is read can be written and read again as the same.
enum Folder {
    static func complaints(about bytes: [UInt8]) -> [String] {
        guard let first = bytes.first else { return [] }
        let file = Array(bytes.dropFirst())
        switch first % 8 {
        case 0: return SealedFiles.complaints(aboutJournal: file)
        case 1: return SealedFiles.complaints(aboutJournal: SealedFiles.journal(around: file))
        case 2: return SealedFiles.complaints(aboutKeys: file)
        case 3: return complaints(aboutNames: String(decoding: file, as: UTF8.self))
        case 4: return page(file)
        case 5: return document(Round.self, file).complaints
        case 6: return document(DaemonRecord.self, file).complaints
        case _:
            return document(Place.self, file).complaints
                + document(InviteRecord.self, file).complaints
                + document([Letter].self, file).complaints
        }
    }

    private static func page(_ bytes: [UInt8]) -> [String] {
        let (page, complaints) = document(Page.self, bytes)
        // The first thing that the desk does with every page at its start.
        _ = page?.nextDue(after: Moment(1_790_000_000))
        return complaints
    }

    private static func document<Value: Codable & Equatable & Sendable>(
        _ type: Value.Type, _ bytes: [UInt8]
    ) -> (value: Value?, complaints: [String]) {
        let format = DocumentFormat(schema: 1)
        switch format.read(type, from: bytes) {
        case .unreadable: return (nil, [])
        case .schema(let schema):
            return (nil, schema == 1 ? ["our own schema is told as another"] : [])
        case .value(let value):
            guard let written = format.bytes(of: value),
                case .value(let again) = format.read(type, from: written)
            else { return (value, ["what was read can't be written"]) }
            return (value, again == value ? [] : ["saving and loading changed a document"])
        }
    }

    private static func complaints(aboutNames text: String) -> [String] {
        var complaints: [String] = []
        if let path = RelativePath(validating: text) {
            let names = path.text.split(separator: "/", omittingEmptySubsequences: false)
            if names.contains(where: { $0.hasPrefix(".") || $0.isEmpty }) {
                complaints.append("a path that leads out, or to the store's own")
            }
            if !path.text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
                complaints.append("a path that isn't plain")
            }
        }
        if let code = InvitationCode.plain(text) {
            if code.utf8.count != 24 { complaints.append("a code of another length") }
            if InvitationCode.plain(code) != code { complaints.append("a code that isn't plain") }
        }
        return complaints
    }
}
