import Foundation
import Glibc

/// The program `age`, which encrypts and decrypts backups.
struct Encryption {
    private let path: String

    /// - Throws: that it isn't installed, as a ``Stop``.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(Stop) {
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        let found = folders.map { folder -> String in "\(folder)/age" }
            .first { access($0, X_OK) == 0 }
        guard let found else {
            throw Stop(
                "Encrypted backups need the program age, and it isn't installed:"
                    + " apt-get install age")
        }
        path = found
    }

    /// Encrypts what `body` writes, for these recipients, into an open file.
    func encrypt(
        for recipients: [String], into file: Int32,
        _ body: (_ write: @escaping ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        // A pipe whose reader went is told by the write's failure, not by the program's end.
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        let age = try start(
            recipients.flatMap { ["-r", $0] }, input: pipe, output: file)
        let end = pipe.fileHandleForWriting
        var failure: (any Error)?
        do {
            try body { try writeAll($0, to: end.fileDescriptor) }
        } catch {
            failure = error
        }
        // A pipe that is closed already is closed.
        try? end.close()
        age.waitUntilExit()
        guard age.terminationReason == .exit, age.terminationStatus == 0 else {
            throw Stop("age couldn't encrypt for these recipients, so no backup was made.")
        }
        if let failure { throw failure }
    }

    /// Decrypts a file into an open one.
    func decrypt(_ path: String, by identity: String, into file: Int32) throws {
        let age = try start(["-d", "-i", identity, path], input: nil, output: file)
        age.waitUntilExit()
        guard age.terminationReason == .exit, age.terminationStatus == 0 else {
            throw Stop(
                "age couldn't decrypt this file with this identity, so nothing was restored.")
        }
    }

    private func start(_ arguments: [String], input: Pipe?, output: Int32) throws(Stop) -> Process {
        let age = Process()
        age.executableURL = URL(filePath: path)
        age.arguments = arguments
        if let input { age.standardInput = input }
        age.standardOutput = FileHandle(fileDescriptor: output, closeOnDealloc: false)
        do {
            try age.run()
        } catch {
            throw Stop("The program age can't be started.")
        }
        return age
    }
}
