import Crypto
import Foundation
import Testing

@testable import Store

struct KeyRotationTests {
    @Test func `a new installation key, and all other keys are the same`() throws {
        let (folder, before) = try filled()
        let old = try text(folder)
        try Keyring.rotate(folder.keys)
        #expect(try keys(folder) == before)
        #expect(try text(folder) != old)
        #expect(folder.mode(of: "data.keys/installation.key") == 0o400)
        #expect(!folder.files().contains { $0.contains("next") || $0.contains(".new-") })
        // The old key opens none of them any more.
        let files = KeyFiles(folder: folder.keys, disk: .real)
        let oldKey = try InstallationKey.key(in: old, named: "old")
        for owner in ["index", "ada", "x"] {
            let wrapped = try #require(try files.read(Keyring.fileName(owner)))
            #expect(
                try WrappedKey.key(in: wrapped, owner: owner, under: oldKey, file: owner) == nil)
        }
    }

    @Test func `cut short anywhere, the next start or the next rotation finishes it`() throws {
        let (begun, before) = try filled()
        var operation = 0
        while true {
            operation += 1
            let folder = try begun.copy()
            let faults = Faults(at: operation, .failed(code: 5), isLasting: true)
            // Whether it fails is what is looked at.
            let isDone: Void? = try? Keyring.rotate(folder.keys, disk: Disk.real.failing(faults))
            #expect((isDone == nil) == faults.hasStruck)
            let check = try KeyringCheck(
                keys: folder.keys, data: folder.data, from: .keyring, forgotten: folder.forgotten)
            #expect(check.isRotating || check.damaged.isEmpty)
            if operation.isMultiple(of: 2) { try Keyring.rotate(folder.keys) }
            #expect(try keys(folder) == before, "cut short at \(operation)")
            #expect(!folder.files().contains { $0.contains("next") })
            if !faults.hasStruck { break }
        }
        #expect(operation > 20)
    }

    @Test func `a key that the host keeps is never written, and is changed for another`() throws {
        let folder = try TestFolder()
        let first = InstallationKey.Given(InstallationKey.makeText())
        let made = try folder.keyring(mayCreate: true, from: .given(first))
        try made.make(for: ["ada"])
        #expect(
            folder.files() == ["data.forgotten", "data.keys/ada.key", "data.keys/index.key"])
        #expect(folder.filesHolding(Self.digits(first.text)).isEmpty)
        let tag = made.tag(code: "x")
        let second = InstallationKey.Given(InstallationKey.makeText())
        try Keyring.rotate(folder.keys, from: first, to: second)
        #expect(throws: KeyringFault.wrongKey) {
            try folder.keyring(mayCreate: false, from: .given(first))
        }
        let digits = InstallationKey.Given(Self.digits(second.text))
        #expect(
            try folder.keyring(mayCreate: false, from: .given(digits)).tag(code: "x") == tag)
        #expect(throws: KeyringFault.missing) { try folder.keyring(mayCreate: false) }
        #expect("\(first)" == "Given" && "\(String(reflecting: first))".count < 60)
    }

    @Test func `a check finds what is damaged, exchanged or another's`() throws {
        let (folder, _) = try filled()
        let keyring = try folder.keyring(mayCreate: false)
        try FileManager.default.createDirectory(
            atPath: folder.data, withIntermediateDirectories: false)
        try SealMark(folder: folder.data, disk: .real).write(keyring.mark)
        func check() throws -> KeyringCheck {
            try KeyringCheck(
                keys: folder.keys, data: folder.data, from: .keyring, forgotten: folder.forgotten)
        }
        #expect(try check().damaged.isEmpty)
        #expect(try check().isOfFolder == true)
        #expect(try check().keyCount == 2)
        let file = URL(fileURLWithPath: folder.keys)
        try FileManager.default.moveItem(
            at: file.appending(path: "ada.key"), to: file.appending(path: "ben.key"))
        #expect(try check().damaged == ["ben.key"])
        try SealMark(folder: folder.data, disk: .real).write("another")
        #expect(try check().isOfFolder == false)
    }

    private static func digits(_ text: String) -> String {
        String(text.split(separator: "\n").last ?? "")
    }

    private func filled() throws -> (folder: TestFolder, keys: [String: String]) {
        let folder = try TestFolder()
        try folder.keyring(mayCreate: true).make(for: ["ada", "x"])
        return (folder, try keys(folder))
    }

    /// Every key, as far as this program shows them to nobody but a test.
    private func keys(_ folder: TestFolder) throws -> [String: String] {
        let keyring = try folder.keyring(mayCreate: false)
        var known = ["index": keyring.tag(code: "x")]
        for owner in try keyring.owners() {
            guard case .key(let key) = try keyring.key(of: owner) else { continue }
            known[owner] = Hex.text(key)
        }
        return known
    }

    private func text(_ folder: TestFolder) throws -> String {
        try #require(
            FileManager.default.contents(atPath: "\(folder.keys)/installation.key")
                .map { String(decoding: $0, as: UTF8.self) })
    }
}

struct ForgottenKeysTests {
    @Test func `the list only grows, and half a line is no line`() throws {
        let folder = try TestFolder()
        var list = try ForgottenKeys(path: folder.forgotten, disk: .real)
        try list.add(["ada"])
        try list.add(["ada", "couple-x"])
        let whole = try #require(FileManager.default.contents(atPath: folder.forgotten))
        #expect(try ForgottenKeys.read(at: folder.forgotten) == ["ada", "couple-x"])
        for length in 0...whole.count {
            try whole.prefix(length).write(to: URL(fileURLWithPath: folder.forgotten))
            var torn = try ForgottenKeys(path: folder.forgotten, disk: .real)
            try torn.makeAnew()
            try torn.add(["ben"])
            let known = try ForgottenKeys.read(at: folder.forgotten)
            #expect(
                known.last == "ben"
                    && known.dropLast() == ["ada", "couple-x"].prefix(known.count - 1))
        }
    }

    @Test func `something else by that name stops the start`() throws {
        let folder = try TestFolder()
        try Data("a letter to somebody\n".utf8).write(to: URL(fileURLWithPath: folder.forgotten))
        #expect(throws: KeyringFault.unreadable(file: "list of forgotten keys")) {
            try folder.keyring(mayCreate: true)
        }
    }

    @Test func `a key that comes back with a copy of the keyring goes again`() throws {
        let folder = try TestFolder()
        let keyring = try folder.keyring(mayCreate: true)
        try keyring.make(for: ["ada", "ben"])
        let copy = try folder.copy()
        try keyring.destroy(["ben"])
        try FileManager.default.removeItem(atPath: folder.keys)
        try FileManager.default.copyItem(atPath: copy.keys, toPath: folder.keys)
        let again = try folder.keyring(mayCreate: false)
        #expect(try again.owners() == ["ada"])
        #expect(again.isForgotten("ben"))
        try again.make(for: ["ben"])
        #expect(try again.owners() == ["ada"])
    }

    @Test func `whichever operation fails, a listed key is never there again`() throws {
        let begun = try TestFolder()
        try begun.keyring(mayCreate: true).make(for: ["ada", "ben"])
        for operation in 1...12 {
            let folder = try begun.copy()
            let faults = Faults(at: operation, .failed(code: 5), isLasting: true)
            // Whether it fails is what is looked at.
            try? folder.keyring(mayCreate: false, disk: Disk.real.failing(faults)).destroy(["ben"])
            let again = try folder.keyring(mayCreate: false)
            if again.isForgotten("ben") {
                #expect(try again.owners() == ["ada"])
            } else {
                #expect(try again.owners() == ["ada", "ben"])
            }
        }
    }
}
