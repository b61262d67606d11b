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
        case 5: return complaints(about: Round.self, file) { RoundDocument($0, of: couple) }
        case 6: return complaints(about: DaemonRecord.self, file) { $0 }
        case _:
            return complaints(about: Place.self, file) { $0 }
                + complaints(about: InviteRecord.self, file) { $0 }
                + complaints(about: [Letter].self, file) { $0 } + sealed(file)
        }
    }

    private static let couple: Couple = {
        let id = PersonID("ada")
        let ada = Partner(
            id: id, name: Words(by: id, "Ada"), language: "en", zone: "UTC",
            hour: LocalTime(minutesAfterMidnight: 0),
            consent: Consent(version: 1, at: Moment(0)))
        return Couple(id: "x", first: ada)
    }()

    private static func page(_ bytes: [UInt8]) -> [String] {
        // The first thing that the desk does with every page at its start.
        _ = DocumentFormat(schema: 1).readPlain(Page.self, from: bytes, schema: 1)?
            .nextDue(after: Moment(1_790_000_000))
        return complaints(about: Page.self, bytes) { PageDocument($0) }
    }

    /// A document from before there were seals, and what becomes of it when it is sealed.
    private static func complaints<Value: Decodable, Document: Codable & Sendable>(
        about: Value.Type, _ bytes: [UInt8], _ document: (Value) -> Document
    ) -> [String] {
        guard let value = DocumentFormat(schema: 1).readPlain(Value.self, from: bytes, schema: 1)
        else { return [] }
        let format = SealedFiles.format
        let path = RelativePath("couples/x/couple.json")
        // Texts of an owner that can be nobody are dropped when it is sealed: from then on it
        // stays the same.
        guard let first = sealed(document(value), format, path),
            let second = sealed(first.document, format, path)
        else { return ["what was read can't be sealed"] }
        return first.plain == second.plain ? [] : ["sealing changed a document"]
    }

    private static func sealed<Document: Codable & Sendable>(
        _ document: Document, _ format: DocumentFormat, _ path: RelativePath
    ) -> (document: Document, plain: Data)? {
        // A keyring in memory doesn't fail.
        guard let bytes = try? format.bytes(of: document, at: path),
            case .value(let again) = try? format.read(Document.self, from: bytes, at: path)
        else { return nil }
        let texts = SealedTexts()
        // What was just read can be written.
        guard let state = try? DocumentFormat.encoder(with: texts).encode([again]) else {
            return nil
        }
        let rest = texts.texts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return (again, state + Data(rest.joined().utf8))
    }

    /// The bytes are a sealed document: no seal of it is one.
    private static func sealed(_ bytes: [UInt8]) -> [String] {
        let path = RelativePath("couples/x/couple.json")
        // A keyring in memory doesn't fail.
        guard case .value = try? SealedFiles.format.read(PageDocument.self, from: bytes, at: path)
        else { return [] }
        return ["somebody else's seals were taken for ours"]
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
