import Matrix

/// What a home server is reached with.
extension Setting {
    static let matrixServer = Setting(
        key: "matrix.server", kind: .text(Form.isHomeServer),
        expected: "https:// and a host (http:// only for this machine), no user and no query",
        example: "https://matrix.example.org", usual: "no Matrix",
        meaning: "The home server of the bot's account, as clients reach it; see"
            + " [docs/matrix.md](docs/matrix.md).")

    static let matrixUser = Setting(
        key: "matrix.user", kind: .text(Form.isUser),
        expected: "an account of the form @name:server", example: "@talk:example.org",
        usual: "needed with `matrix.server`", meaning: "The bot's account.")

    static let matrixPassword = Setting(
        key: "matrix.password", kind: .text(Form.isPassword), expected: "a password",
        example: "the-password-of-the-account", usual: "none",
        meaning: "Its password, to log in with; after that the login is kept among the keys.")

    static let matrixPasswordFile = Setting(
        key: "matrix.passwordFile", kind: .text(Form.isPath),
        expected: "the path of a file that holds a password and nothing else",
        example: "/etc/talkaboutit/matrix-password", usual: "none",
        meaning: "A file that holds the password, instead of the password itself.")

    static let matrixToken = Setting(
        key: "matrix.token", kind: .text(Form.isAccessToken),
        expected: "an access token: letters, digits and signs, without any space",
        example: "syt_the-letters-of-the-token", usual: "none",
        meaning: "An access token of the account, instead of a password.")

    static let matrixTokenFile = Setting(
        key: "matrix.tokenFile", kind: .text(Form.isPath),
        expected: "the path of a file that holds an access token and nothing else",
        example: "/etc/talkaboutit/matrix-token", usual: "none",
        meaning: "A file that holds the access token.")

    static let matrixRefreshToken = Setting(
        key: "matrix.refreshToken", kind: .text(Form.isAccessToken),
        expected: "a refresh token: letters, digits and signs, without any space",
        example: "syr_the-letters-of-the-token", usual: "none",
        meaning: "What that access token is renewed with, where it runs out.")

    static let matrixDevice = Setting(
        key: "matrix.device", kind: .text(Form.isDevice),
        expected: "1 to 64 of the letters A-Z a-z 0-9 _ -", example: "TALKABOUTIT",
        usual: "`TALKABOUTIT`",
        meaning: "The device that a login by password is for. Leave it as it is once it was used.")

    static let matrixGuests = Setting(
        key: "matrix.guests", kind: .text(Form.isGuestList),
        expected: "servers and accounts, parted by commas",
        example: "example.org, @ada:example.net",
        usual: "everybody", meaning: "Whose invitations the bot takes.")

    static let matrixProxy = Setting(
        key: "matrix.proxy", kind: .text(Form.isProxy),
        expected: "http://, https:// or socks5h:// with a host and a port"
            + " (a password only with https://, or to this machine)",
        example: "socks5h://127.0.0.1:9050", usual: "none",
        meaning: "A proxy to reach the home server through.")

    static let matrixSendsPerSecond = Setting(
        key: "matrix.sendsPerSecond", kind: .number(0...1_000),
        expected: "a whole number from 0 (no limit) to 1000", example: "5", usual: "`5`",
        meaning: "How many messages a second are sent there at most; 0 for no limit.")
}
