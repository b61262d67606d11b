import Configuration

/// The environment's variables that are settings, each checked.
struct Variables {
    private(set) var mistakes: [Mistake] = []
    private let values: [String: String]
    private var wrong: Set<String> = []

    /// - Parameter environment: the whole of it; what does not begin like ours is not looked at.
    ///   A variable that is set to nothing counts as not set, as service managers write it.
    init(_ environment: [String: String]) {
        values = environment.filter {
            $0.key.hasPrefix(Setting.prefix) && !$0.value.isEmpty
                && !Setting.others.contains($0.key)
        }
        let reader = ConfigReader(provider: provider)
        for setting in Setting.all where has(setting) {
            guard let value = Self.value(of: setting, in: reader), setting.takes(value) else {
                wrong.insert(setting.key)
                mistakes.append(
                    Mistake(
                        setting.variable, expected: "expected " + setting.expected,
                        example: setting.example))
                continue
            }
        }
        let known = Set(Setting.all.map(\.variable))
        for name in values.keys.sorted() where !known.contains(name) {
            let near = Setting.nearest(to: name, by: \.variable).map { "; did you mean \($0)?" }
            mistakes.append(Mistake(name, expected: "no setting has this name" + (near ?? "")))
        }
    }

    /// Reads a setting by its key. Everything counts as a secret: the library can be told, by its
    /// own variables, to keep a record of what is read.
    var provider: any ConfigProvider {
        EnvironmentVariablesProvider(environmentVariables: values, secretsSpecifier: .all)
            .prefixKeys(with: "talkaboutit")
    }

    func has(_ setting: Setting) -> Bool { values[setting.variable] != nil }

    func isWrong(_ setting: Setting) -> Bool { wrong.contains(setting.key) }

    private static func value(of setting: Setting, in reader: ConfigReader) -> JSONNode? {
        let key = ConfigKey(setting.key)
        return switch setting.kind {
        case .text: reader.string(forKey: key, isSecret: true).map(JSONNode.text)
        case .number: reader.int(forKey: key, isSecret: true).map { JSONNode.number($0) }
        case .truth: reader.bool(forKey: key, isSecret: true).map(JSONNode.truth)
        }
    }
}
