import Desk
import Store

/// What `talkaboutit keys` says of the keys. No key itself.
struct KeysReport {
    private let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    /// Where they lie.
    var places: String {
        let installation =
            switch settings.places.installation {
            case .keyring: "\(settings.keys)/\(InstallationKey.file)"
            case .given: "handed over at each start (installationKey, its file, or a credential)"
            }
        return """
            keys folder: \(settings.keys)
            installation key: \(installation)
            list of destroyed keys: \(settings.places.forgotten)
            Copy the first two to a safe place, apart from copies of the data folder: a copy of \
            the data is worth nothing without them. The list stays where it is.
            """
    }

    /// Opens every key. Throws a ``Stop`` if there are none to open.
    func check() throws -> (lines: [String], isGood: Bool) {
        let places = settings.places
        let check: KeyringCheck
        do throws(KeyringFault) {
            check = try KeyringCheck(
                keys: places.keys, data: places.data, from: places.installation,
                forgotten: places.forgotten)
        } catch {
            throw Stop(error)
        }
        var lines = ["\(check.keyCount) keys, \(check.forgottenCount) destroyed so far"]
        lines += check.damaged.map { "can't be opened: \($0)" }
        if check.isRotating {
            lines.append("a change of keys was cut short: run `talkaboutit keys rotate`")
        }
        switch check.isOfFolder {
        case true?: lines.append("they belong to the data folder")
        case false?: lines.append("the data folder is sealed with OTHER keys")
        case nil: lines.append("the data folder isn't sealed yet: the first start does it")
        }
        let isGood = check.damaged.isEmpty && !check.isRotating && check.isOfFolder != false
        return (lines, isGood)
    }
}
