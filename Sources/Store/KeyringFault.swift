/// What can go wrong with the keyring, one case a remedy.
package enum KeyringFault: Error, Sendable, Hashable {
    /// There is data, and no keyring, or only half of it.
    case missing
    /// A key file is damaged, or not one.
    case unreadable(file: String)
    /// A key is wrapped by another installation key, or is another's.
    case wrongKey
    /// The data folder was sealed with another keyring.
    case anotherKeyring
    /// The folder can't be used, by the system's `errno`; nil if no space is left, or if no file can
    /// be opened for now.
    case failed(code: Int32?)

    /// Whether only what one key is for is concerned.
    var isOfOneKey: Bool {
        switch self {
        case .unreadable, .wrongKey: true
        case .missing, .anotherKeyring, .failed: false
        }
    }

    init(_ fault: DiskFault) {
        switch fault {
        case .full, .locked: self = .failed(code: nil)
        case .failed(let code): self = .failed(code: code)
        }
    }
}

extension KeyringFault: CustomStringConvertible {
    /// What happened and what to do, for the operator.
    package var description: String {
        switch self {
        case .missing:
            """
            The data folder holds data, but its keyring is missing. Put the keyring folder back \
            from its backup, or name the right one. No new keyring is made: with new keys nobody \
            in this data would be found again.
            """
        case .unreadable(let file):
            "The keyring's \(file) is damaged. Put the keyring folder back from its backup."
        case .wrongKey:
            """
            The keyring's files don't belong together: something in it is wrapped by another \
            installation key. Put the keyring folder back from its backup, all of it from the \
            same one; or, if a rotation was cut short, run `talkaboutit keys rotate` again.
            """
        case .anotherKeyring:
            """
            The data folder was sealed with another keyring, so nothing was started or changed. \
            Name the keyring that belongs to it, or put that one back from its backup.
            """
        case .failed(let code?): "The keyring folder can't be used (errno \(code))."
        case .failed(nil):
            "There is no room for the keyring: the disk is full, or too many files are open."
        }
    }
}
