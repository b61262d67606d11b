import Dialogue
import Matrix
import Messenger
import Wire

/// What was read of a home server.
extension SettingsReading {
    /// Nil if there is none, or if it was found wrong.
    mutating func matrix() -> Settings.HomeServer? {
        let others: [Setting] = [
            .matrixUser, .matrixPassword, .matrixPasswordFile, .matrixToken, .matrixTokenFile,
            .matrixRefreshToken, .matrixDevice, .matrixGuests, .matrixProxy,
        ]
        guard let address = text(.matrixServer) else {
            for setting in others where isSet(setting) && !isSet(.matrixServer) {
                mistakes.append(
                    Mistake(
                        setting.key,
                        expected: "expected \(Setting.matrixServer.key) beside it",
                        example: Setting.matrixServer.example))
                break
            }
            return nil
        }
        // What is no address was noted when the sources were checked.
        guard let server = try? ServerAddress(address) else { return nil }
        guard let user = text(.matrixUser).flatMap({ try? UserID($0) }) else {
            if !isSet(.matrixUser) {
                mistakes.append(
                    Mistake(
                        Setting.matrixUser.key,
                        expected: "expected " + Setting.matrixUser.expected,
                        example: Setting.matrixUser.example))
            }
            return nil
        }
        guard let credentials = credentials(of: user) else { return nil }
        return Settings.HomeServer(
            server: server, credentials: credentials,
            guests: text(.matrixGuests).map(Form.guests) ?? [],
            proxy: text(.matrixProxy).map(Hushed.init),
            sendsPerSecond: number(.matrixSendsPerSecond) ?? 5)
    }

    /// One way in, and only one.
    private mutating func credentials(of user: UserID) -> Credentials? {
        let ways: [Setting] = [
            .matrixPassword, .matrixPasswordFile, .matrixToken, .matrixTokenFile,
        ]
        let given = ways.filter { isSet($0) }
        guard given.count <= 1 else {
            mistakes.append(
                Mistake(given[0].key, expected: "expected either this or \(given[1].key), not both")
            )
            return nil
        }
        guard let way = given.first else {
            mistakes.append(
                Mistake(
                    Setting.matrixPassword.key,
                    expected: "expected the account's password here, or an access token in"
                        + " \(Setting.matrixToken.key)"))
            return nil
        }
        let secret: String?
        switch way.key {
        case Setting.matrixPasswordFile.key, Setting.matrixTokenFile.key:
            secret = text(way).flatMap { secretInFile(at: $0, of: way) }
        default: secret = text(way)  // not our enum: the setting itself holds it
        }
        guard let secret else { return nil }
        switch way.key {
        case Setting.matrixToken.key, Setting.matrixTokenFile.key:
            // A malformed one in the settings was noted when the sources were checked.
            guard let token = try? AccessToken(secret) else {
                if way.key == Setting.matrixTokenFile.key { note(badFile: way) }
                return nil
            }
            // As above.
            let refresh = text(.matrixRefreshToken).flatMap { try? AccessToken($0) }
            return .token(user: user, token, refresh: refresh)
        default:  // not our enum: a password
            return .password(
                user: user, Hushed(secret), device: text(.matrixDevice) ?? "TALKABOUTIT")
        }
    }

    private mutating func secretInFile(at path: String, of setting: Setting) -> String? {
        guard let file = SecretFile(path: path),
            let text = file.text.split(whereSeparator: \.isNewline).first,
            Form.isPassword(String(text))
        else {
            note(badFile: setting)
            return nil
        }
        if file.isOpenToOthers {
            warnings.append(
                "\(setting.key): other accounts of this computer may read that file: chmod 600 it")
        }
        return String(text)
    }

    private mutating func note(badFile setting: Setting) {
        mistakes.append(
            Mistake(
                setting.key,
                expected: "expected a file this account may read, with the secret in it and"
                    + " nothing else"))
    }
}
