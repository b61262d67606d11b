import Foundation

extension Store {
    /// When something was last saved in a folder, by the clock of then, in seconds since 1970; nil
    /// if nothing ever was.
    package static func lastSaved(in folder: String) -> Double? {
        // One that can't be looked at says nothing.
        let facts = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(Journal.name)")
        return (facts?[.modificationDate] as? Date)?.timeIntervalSince1970
    }
}
