package import Desk
import Foundation

@testable package import Store

extension DeskStage {
    package var dataFolder: String? { folder.path }

    /// Where this stage's folder and its keys lie.
    package var places: DataFolder.Places { .init(data: folder.path, keys: folder.keys.path) }

    /// Something happens, and then the data folder is put back as it was before; while it happens
    /// the copy lies beside it.
    package func swapFolder(_ body: () async throws -> Void) async throws {
        try await powerCut()
        try await desk.close()
        let copy = places.data + ".copy"
        try FileManager.default.copyItem(atPath: places.data, toPath: copy)
        try await start()
        try await body()
        try await desk.close()
        try FileManager.default.removeItem(atPath: places.data)
        try FileManager.default.moveItem(atPath: copy, toPath: places.data)
        try await start()
    }

    /// The folder, opened anew; the desk must have closed it.
    package func cabinet() throws -> Cabinet {
        let opened = try DataFolder(places)
        return Cabinet(store: opened.store, keyring: opened.keyring)
    }

    /// Everything that can be read in the folder by somebody who has its keys: documents and the
    /// journal's images of them, opened as far as their keys are there.
    package func disclosed() throws -> [String] {
        let places = places
        let keyring = try Keyring.open(
            places.keys, forgotten: places.forgotten, mayCreate: false)
        return try DeskStage.disclosed(in: folder.path, by: keyring)
    }

    /// The same of any folder, by any keys.
    package static func disclosed(in folder: String, by keyring: Keyring) throws -> [String] {
        try rawFiles(in: folder).flatMap { path, bytes in
            guard path == Journal.name else { return [opened(bytes, at: path, keyring)] }
            return try JournalFormat.batches(in: bytes).joined().compactMap { image in
                guard case .file(let path, let bytes) = image else { return nil }
                return opened(bytes, at: path, keyring)
            }
        }
    }

    /// Every file of the folder by its path, as its bytes are.
    package func rawFiles() -> [(path: String, bytes: [UInt8])] {
        DeskStage.rawFiles(in: folder.path)
    }

    package static func rawFiles(in folder: String) -> [(path: String, bytes: [UInt8])] {
        let names = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
        return names.compactMap { $0 as? String }.sorted().compactMap { name in
            // A folder can't be read as a file, and holds no text of its own.
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                return nil
            }
            return (name, Array(data))
        }
    }

    /// A document with its seals opened; as it is if it can't be.
    private static func opened(_ bytes: [UInt8], at path: String, _ keyring: Keyring) -> String {
        let raw = String(decoding: bytes, as: UTF8.self)
        // What isn't sealed is shown as it is.
        guard let place = RelativePath(validating: path), let owner = Cabinet.owner(place),
            // As said above.
            let document = try? JSONDecoder().decode(SealedDocument.self, from: Data(bytes)),
            // As said above.
            let opened = try? document.opened(at: path, owner: owner, keyring)
        else { return raw }
        let texts = opened.texts.texts.sorted { $0.key < $1.key }.flatMap(\.value)
        return ([String(decoding: opened.state, as: UTF8.self)] + texts).joined(separator: "\n")
    }
}

extension URL {
    var keys: URL {
        deletingLastPathComponent().appending(path: lastPathComponent + ".keys")
    }
}
