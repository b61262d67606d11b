import Foundation

/// Documents of an older form.
extension Store {
    /// The value of a document that was written before there were seals; nil if there is none, or
    /// if it is sealed already.
    package func readUnsealed<Value: Decodable>(
        _ type: Value.Type, at path: RelativePath, schema: Int
    ) throws(StoreFault) -> Value? {
        lock.lock()
        defer { lock.unlock() }
        guard let bytes = try contents(at: path), format.schema(of: Data(bytes)) == schema else {
            return nil
        }
        guard let value = format.readPlain(type, from: bytes, schema: schema) else {
            throw leavingAlone(path)
        }
        return value
    }

    /// The value of a document if it is sealed; nil if there is none, or if it isn't.
    package func readSealed<Value: Decodable>(
        _ type: Value.Type, at path: RelativePath
    ) throws(StoreFault) -> Value? {
        guard let bytes = try readBytes(at: path), format.schema(of: Data(bytes)) == format.schema
        else { return nil }
        return try read(type, at: path)
    }

    func migrated<Value: Decodable>(
        _ type: Value.Type, at path: RelativePath, _ old: [UInt8], from schema: Int
    ) throws(StoreFault) -> Value? {
        // A migration's own reason may quote contents; that it failed is enough.
        guard let new = try? migrate(path, schema, old),
            case .value(let value) = try reading(type, new, at: path)
        else { throw leavingAlone(path) }
        let copy = "\(Self.copies(path.text))/schema-\(schema).json"
        try ledger.commit([
            .file(path: copy, bytes: old), .file(path: path.text, bytes: new),
        ])
        ledger.checkpointIfLong()
        return value
    }
}
