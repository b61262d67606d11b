import Configuration
import Dialogue
import Foundation
import Logging
import Messenger
import Rhythm
import Store
import Telegram

extension Settings {
    /// Reads the settings from a config file, if one is given, and from the environment, which
    /// has the last word.
    ///
    /// - Parameters:
    ///   - purpose: what they are for: only a daemon needs a token.
    /// - Throws: everything that is wrong, not just the first.
    static func read(
        configFile: String?, environment: [String: String], for purpose: Purpose = .daemon
    ) async throws(SettingsMistakes) -> Settings {
        let draft = await draft(configFile: configFile, environment: environment, for: purpose)
        guard draft.mistakes.isEmpty else {
            throw SettingsMistakes(mistakes: draft.mistakes, warnings: draft.settings.warnings)
        }
        return draft.settings
    }

    /// The settings as far as they are right, with what they usually are in place of what is
    /// wrong, and all mistakes: `check` looks at the rest of the installation all the same.
    static func draft(
        configFile: String?, environment: [String: String], for purpose: Purpose = .daemon
    ) async -> (settings: Settings, mistakes: [Mistake]) {
        let file = configFile.map(ConfigFile.init(path:))
        let variables = Variables(environment)
        let provider = await file?.provider()
        var mistakes = (file?.mistakes ?? []) + variables.mistakes
        if let file, file.mistakes.isEmpty, !file.values.isEmpty, provider == nil {
            mistakes.append(ConfigFile.mistake("it changed while it was read: try again"))
        }
        var reading = SettingsReading(
            file: file, fileProvider: provider, variables: variables,
            credentials: environment["CREDENTIALS_DIRECTORY"])
        let settings = reading.settings(for: purpose)
        return (settings, mistakes + reading.mistakes)
    }
}

/// Turns the two sources into settings. Values that were found wrong already count as not set.
struct SettingsReading {
    private let values: ConfigReader
    private let variables: Variables
    private let file: ConfigFile?
    /// Where systemd lays what it was told to hand over.
    let credentials: String?
    var mistakes: [Mistake] = []
    var warnings: [String] = []

    init(
        file: ConfigFile?, fileProvider: (any ConfigProvider)?, variables: Variables,
        credentials: String?
    ) {
        self.file = file
        self.credentials = credentials
        self.variables = variables
        values = ConfigReader(providers: [variables.provider] + (fileProvider.map { [$0] } ?? []))
    }

    mutating func settings(for purpose: Settings.Purpose) -> Settings {
        let data = wholePath(text(.data) ?? "data")
        let keys = text(.keys).map(wholePath) ?? data + ".keys"
        let rounds = text(.rounds).map(wholePath)
        checkFolders(data, keys, rounds)
        return Settings(
            data: data, keys: keys, installationKey: installationKey, rounds: rounds,
            telegram: platform(for: purpose), matrix: matrix(),
            host: Settings.Host(
                name: text(.hostName),
                role: text(.hostRole).flatMap { Settings.Host.Role(rawValue: $0) } ?? .partner),
            zone: (text(.zone).flatMap { Zone($0) } ?? .host).name,
            hour: text(.hour).flatMap { LocalTime($0) } ?? LocalTime(minutesAfterMidnight: 19 * 60),
            language: text(.language) ?? "en",
            logLevel: text(.logLevel).flatMap { Logger.Level(rawValue: $0) } ?? .info,
            localChat: Settings.LocalPlatform(
                port: number(.localChatPort) ?? 8765, token: text(.localChatToken).map(Hushed.init),
                controlToken: text(.localChatControlToken).map(Hushed.init)),
            warnings: warnings)
    }

    private mutating func platform(for purpose: Settings.Purpose) -> Settings.Platform {
        let address = text(.baseURL)
        let server = address.flatMap { address in
            // What is no address was noted when the sources were checked.
            try? BotServer(address, testEnvironment: truth(.testEnvironment))
        }
        let proxy = text(.proxy)
        if proxy != nil, address?.lowercased().hasPrefix("http://") == true {
            mistakes.append(
                Mistake(
                    Setting.proxy.key,
                    expected: "expected none, as telegram.baseURL is on this machine"))
        }
        return Settings.Platform(
            token: token(for: purpose), server: server ?? usualServer,
            deleteWebhook: truth(.deleteWebhook), proxy: proxy.map(Hushed.init),
            sendsPerSecond: number(.sendsPerSecond) ?? 25, pollSeconds: number(.pollSeconds) ?? 50)
    }

    private var usualServer: BotServer {
        // The address is the platform's own, so it is one.
        (try? BotServer(Setting.baseURL.example, testEnvironment: truth(.testEnvironment)))
            ?? .telegram
    }
}

extension SettingsReading {
    /// The token, from whichever source has the last word.
    private mutating func token(for purpose: Settings.Purpose) -> BotToken? {
        let inVariables = [Setting.token, .tokenFile].filter { variables.has($0) }
        let inFile = [Setting.token, .tokenFile].filter { file?.has($0) == true }
        warnIfOpen()
        for (places, name) in [(inVariables, \Setting.variable), (inFile, \Setting.key)]
        where places.count == 2 {
            mistakes.append(
                Mistake(
                    places[0][keyPath: name],
                    expected: "expected either this or \(places[1][keyPath: name]), not both"))
            return nil
        }
        switch (inVariables.first ?? inFile.first)?.key {
        case Setting.token.key:
            // A malformed one was noted when the sources were checked.
            return text(.token).flatMap { try? BotToken($0) }
        case Setting.tokenFile.key:
            return text(.tokenFile).flatMap { tokenInFile(at: $0) }
        default:  // not our enum: neither is set
            // A file that cannot be read may hold one.
            guard purpose == .daemon, file?.isUsable ?? true, !isSet(.matrixServer) else {
                return nil
            }
            mistakes.append(Self.noToken)
            return nil
        }
    }

    private static let noToken = Mistake(
        Setting.token.key,
        expected: "expected a bot token: make a bot with @BotFather in Telegram, then put its"
            + " token here or into \(Setting.token.variable)",
        example: Setting.token.example)

    private mutating func tokenInFile(at path: String) -> BotToken? {
        guard let file = TokenFile(path: path), let token = file.token else {
            mistakes.append(
                Mistake(
                    Setting.tokenFile.key,
                    expected: "expected a file this account may read, with a bot token in it"
                        + " and nothing else"))
            return nil
        }
        if file.isOpenToOthers {
            warnings.append(
                "\(Setting.tokenFile.key): other accounts of this computer may read that file:"
                    + " chmod 600 it")
        }
        return token
    }

    private mutating func warnIfOpen() {
        guard let file, file.isOpenToOthers,
            [
                Setting.token, .localChatToken, .localChatControlToken, .installationKey,
                .matrixPassword, .matrixToken, .matrixRefreshToken,
            ]
            .contains(where: file.has)
        else { return }
        warnings.append(
            "the config file holds a secret, and other accounts of this computer may read it:"
                + " chmod 600 it")
    }

    private mutating func checkFolders(_ data: String, _ keys: String, _ rounds: String?) {
        if let rounds, rounds == data || rounds.hasPrefix(data + "/") {
            mistakes.append(
                Mistake(
                    Setting.rounds.key, expected: "expected " + Setting.rounds.expected,
                    example: Setting.rounds.example))
        }
        if data == "/" {
            mistakes.append(
                Mistake(Setting.data.key, expected: "expected a folder of its own, not /"))
        }
        guard keys == data || keys.hasPrefix(data + "/") || data.hasPrefix(keys + "/") else {
            return
        }
        mistakes.append(
            Mistake(
                Setting.keys.key, expected: "expected " + Setting.keys.expected,
                example: Setting.keys.example))
    }

    /// What must not be read is not asked for: one source's mistake does not let another speak.
    func text(_ setting: Setting) -> String? {
        isWrong(setting) ? nil : values.string(forKey: ConfigKey(setting.key), isSecret: true)
    }

    func number(_ setting: Setting) -> Int? {
        isWrong(setting) ? nil : values.int(forKey: ConfigKey(setting.key), isSecret: true)
    }

    /// Whether any source says anything about it, right or wrong.
    func isSet(_ setting: Setting) -> Bool {
        variables.has(setting) || file?.has(setting) == true
    }

    private func truth(_ setting: Setting) -> Bool {
        guard !isWrong(setting) else { return false }
        return values.bool(forKey: ConfigKey(setting.key), isSecret: true) ?? false
    }

    private func isWrong(_ setting: Setting) -> Bool {
        variables.has(setting) ? variables.isWrong(setting) : file?.isWrong(setting) ?? false
    }
}

/// A path from the root, whatever the current folder will be, and no slash at its end.
func wholePath(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.path(percentEncoded: false).withoutSlash
}

extension String {
    fileprivate var withoutSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
