import Dialogue
import Logging
import Rhythm
import Store

extension Setting {
    /// The one list of settings.
    static let all: [Setting] = [
        data, keys, installationKey, installationKeyFile, rounds, token, tokenFile, baseURL,
        testEnvironment, deleteWebhook, proxy,
        sendsPerSecond, pollSeconds,
        matrixServer, matrixUser, matrixPassword, matrixPasswordFile, matrixToken, matrixTokenFile,
        matrixRefreshToken, matrixDevice, matrixGuests, matrixProxy, matrixSendsPerSecond,
        hostName, hostRole, zone, hour, language, logLevel,
        localChatPort, localChatToken, localChatControlToken,
    ]

    static let data = Setting(
        key: "data", kind: .text(Form.isPath), expected: "the path of a folder, without ~",
        example: "/var/lib/talkaboutit", usual: "`./data`",
        meaning: "The folder with everything the bot knows. `try` uses one beside it, `.trial`.")

    static let keys = Setting(
        key: "keys", kind: .text(Form.isPath),
        expected: "the path of a folder, without ~, that is not inside the data folder",
        example: "/var/lib/talkaboutit.keys", usual: "the data folder's name with `.keys`",
        meaning: "The folder with the keys. Back it up apart from the data folder.")

    static let installationKey = Setting(
        key: "installationKey", kind: .text(InstallationKey.isKey),
        expected: "64 hexadecimal digits, or the whole text of an installation key",
        example: String(repeating: "0123456789abcdef", count: 4),
        usual: "the file `installation.key` in the keys folder, made at the first start",
        meaning: "The key that wraps all others, kept by you and handed to each start.")

    static let installationKeyFile = Setting(
        key: "installationKeyFile", kind: .text(Form.isPath),
        expected: "the path of a file that holds an installation key and nothing else",
        example: "/run/keys/talkaboutit.key",
        usual: "`talkaboutit.key` among systemd's credentials, if it is there",
        meaning: "A file that holds that key; `talkaboutit keys make` makes one.")

    static let rounds = Setting(
        key: "rounds", kind: .text(Form.isPath),
        expected: "the path of a folder, without ~, that is not inside the data folder",
        example: "/srv/rounds", usual: "none",
        meaning: "A folder with rounds of your own; see [docs/rounds.md](docs/rounds.md).")

    static let token = Setting(
        key: "telegram.token", kind: .text(Form.isToken),
        expected: "a bot token: digits, a colon and at least 30 letters, as @BotFather gives it",
        example: "123456789:the-letters-that-BotFather-gave-you",
        usual: "`run` needs one, or `matrix.server`",
        meaning: "The secret of your bot, from @BotFather.")

    static let tokenFile = Setting(
        key: "telegram.tokenFile", kind: .text(Form.isPath),
        expected: "the path of a file that holds a bot token and nothing else",
        example: "/etc/talkaboutit/token", usual: "none",
        meaning: "A file that holds the token, instead of the token itself.")

    static let baseURL = Setting(
        key: "telegram.baseURL", kind: .text(Form.isServer),
        expected: "https:// and a host (http:// only for this machine), no user and no query",
        example: "https://api.telegram.org", usual: "`https://api.telegram.org`",
        meaning: "Where the Bot API is spoken; plain `http://` for this machine only.")

    static let testEnvironment = Setting(
        key: "telegram.testEnvironment", kind: .truth, expected: "true or false",
        example: "false", usual: "`false`", meaning: "Whether to use Telegram's test servers.")

    static let deleteWebhook = Setting(
        key: "telegram.deleteWebhook", kind: .truth, expected: "true or false",
        example: "false", usual: "`false`",
        meaning: "Whether to take away a webhook that keeps the bot from polling.")

    static let proxy = Setting(
        key: "telegram.proxy", kind: .text(Form.isProxy),
        expected: "http://, https:// or socks5h:// with a host and a port"
            + " (a password only with https://, or to this machine)",
        example: "socks5h://127.0.0.1:9050", usual: "none",
        meaning: "A proxy to reach the platform through.")

    static let sendsPerSecond = Setting(
        key: "telegram.sendsPerSecond", kind: .number(0...1_000),
        expected: "a whole number from 0 (no limit) to 1000", example: "25", usual: "`25`",
        meaning: "How many messages a second are sent at most; 0 for no limit.")

    static let pollSeconds = Setting(
        key: "telegram.pollSeconds", kind: .number(1...50),
        expected: "a whole number from 1 to 50", example: "50", usual: "`50`",
        meaning: "How long one question for news waits for an answer.")

    static let hostName = Setting(
        key: "host.name", kind: .text(Form.isName), expected: "a name of at most 64 letters",
        example: "Ada", usual: "none",
        meaning: "Who runs this computer, as both partners are told before they say anything.")

    static let hostRole = Setting(
        key: "host.role", kind: .text { Settings.Host.Role(rawValue: $0) != nil },
        expected: "partner or other", example: "partner", usual: "`partner`",
        meaning: "Whether this computer belongs to one of the two (`partner`) or not (`other`).")

    static let zone = Setting(
        key: "zone", kind: .text { Zone($0) != nil },
        expected: "a time zone named by continent and city, or UTC", example: "Europe/Berlin",
        usual: "the machine's, else `UTC`",
        meaning: "Where a newcomer's clock is guessed to be; everyone can correct their own.")

    static let hour = Setting(
        key: "hour", kind: .text { LocalTime($0) != nil },
        expected: "a time of day from 00:00 to 23:59", example: "19:00", usual: "`19:00`",
        meaning: "When the daily card comes, unless a partner chooses another hour.")

    static let language = Setting(
        key: "language", kind: .text { Form.languages.contains($0) },
        expected: "one of: " + Form.languages.joined(separator: ", "), example: "en",
        usual: "`en`",
        meaning:
            "The language for people whose platform does not tell theirs; everyone can choose their own."
    )

    static let logLevel = Setting(
        key: "log.level", kind: .text { Logger.Level(rawValue: $0) != nil },
        expected: "one of: trace, debug, info, notice, warning, error, critical",
        example: "info", usual: "`info`", meaning: "How much is logged, to standard error.")

    static let localChatPort = Setting(
        key: "localchat.port", kind: .number(0...65_535),
        expected: "a whole number from 0 (any free port) to 65535", example: "8765",
        usual: "`8765`", meaning: "The port of the page with the two phones, on this machine.")

    static let localChatToken = Setting(
        key: "localchat.token", kind: .text(Form.isToken),
        expected: "digits, a colon and at least 30 letters",
        example: "123456789:thirty-or-more-letters-of-your-own", usual: "made anew each time",
        meaning: "The token a bot must show to `localchat`.")

    static let localChatControlToken = Setting(
        key: "localchat.controlToken", kind: .text(Form.isControlToken),
        expected: "16 to 128 of the letters A-Z a-z 0-9 _ -",
        example: "sixteen-or-more-letters", usual: "made anew each time",
        meaning: "What guards the page of `localchat` and its switches.")
}
