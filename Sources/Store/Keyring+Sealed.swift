extension Keyring {
    /// The file in the keyring that says its data folder is sealed: from then on nothing unsealed
    /// is taken there, even if the folder's own mark is gone.
    static let sealedFile = "sealed"
    private static let sealedText = "talkaboutit: the data folder is sealed\n"

    /// Whether a data folder was ever sealed with this keyring.
    package func hasSealed() throws(KeyringFault) -> Bool {
        try files.read(Keyring.sealedFile) != nil
    }

    /// Notes that the data folder is sealed; durable when it returns.
    package func noteSealed() throws(KeyringFault) {
        guard try !hasSealed() else { return }
        try files.write([(Keyring.sealedFile, Keyring.sealedText)])
    }
}
