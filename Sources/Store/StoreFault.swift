/// What can go wrong with the data folder, one case a remedy. Names paths and never contents.
package enum StoreFault: Error, Sendable, Hashable {
    /// Another daemon works in this folder: stop it, or choose another folder.
    case inUse
    /// The journal was damaged, and batches that were acknowledged lie behind the damage. Nothing
    /// was changed: restore the folder from its backup, or have the disk looked at.
    case journalDamaged(batch: Int)
    /// This document can't be read. It is left as it is and no longer written in this run: set its
    /// couple aside and tell the operator.
    case unreadable(RelativePath)
    /// A write to a document that was found unreadable. The whole batch was refused.
    case setAside(RelativePath)
    /// A newer version of this program wrote this document: run that version.
    case newerSchema(RelativePath, found: Int)
    /// This value can't be written as JSON, or is too large. Our bug; the batch was refused.
    case unwritable(RelativePath)
    /// The batch is too large. Our bug; it was refused.
    case batchTooLarge
    /// No space is left, or no file can be opened for now. Nothing of the batch was kept; the same
    /// may be done again when there is room.
    case full
    /// The batch is saved and durable, but for want of space what it removed is still in the
    /// folder. Make space and call `checkpoint()`.
    case notYetForgotten
    /// A write or a sync failed, now or earlier. The last batch may or may not be there, so
    /// nothing more is saved: acknowledge nothing, stop, and read anew from the disk.
    case broken
    /// The store was closed.
    case closed
    /// The folder or the keyring can't be used, by the system's `errno`. Nothing was changed.
    case failed(code: Int32)

    /// Does what leaves nothing in doubt when it fails.
    static func naming<Value>(
        _ operation: () throws(DiskFault) -> Value
    ) throws(StoreFault) -> Value {
        do { return try operation() } catch { throw StoreFault(error) }
    }

    /// For operations after whose failure nothing is in doubt.
    init(_ fault: DiskFault) {
        switch fault {
        case .full: self = .full
        case .locked: self = .inUse
        case .failed(let code): self = .failed(code: code)
        }
    }

    /// The keyring couldn't be used; nothing was changed.
    init(_ fault: KeyringFault) {
        switch fault {
        case .failed(nil): self = .full
        case .failed(let code?): self = .failed(code: code)
        case .missing, .unreadable, .wrongKey, .anotherKeyring: self = .failed(code: 0)
        }
    }
}
