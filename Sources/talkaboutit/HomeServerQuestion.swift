import Curl
import Desk
import Matrix
import Messenger

/// Asks the home server whether it knows the login of these settings. Nil if it gives no answer.
func askHomeServer(_ settings: Settings) async -> Checkup.Finding? {
    guard let matrix = settings.matrix else { return nil }
    let curl: CurlClient
    do throws(HTTPFault) {
        curl = try CurlClient(options: .init(proxy: matrix.proxy))
    } catch {
        return nil
    }
    let bot = MatrixBot(
        matrix.credentials, saved: LoginFile(keys: settings.keys).read(of: matrix.credentials),
        server: matrix.server, phrases: .init(encrypted: "", notAlone: "", group: ""),
        commands: Commands([]),
        guests: .init(allowed: [], isKnown: { _ in true }, now: { 0 }), exchange: curl.exchange,
        save: { _ in false })
    let finding = await finding(of: bot)
    await curl.close()
    return finding
}

private func finding(of bot: MatrixBot) async -> Checkup.Finding {
    do throws(Fault) {
        return try await bot.askAboutLogin().finding
    } catch {
        guard case .tooManyRequests = error else {
            return Checkup.Finding(
                .mistake,
                "home server: no answer; look at the network, matrix.server and matrix.proxy."
                    + " A daemon would wait and try again")
        }
        return Checkup.Finding(
            .warning, "home server: it was asked too often; wait a minute and check again")
    }
}

extension HomeServerWord {
    fileprivate var finding: Checkup.Finding {
        switch self {
        case .known: Checkup.Finding(.ok, "home server: it knows the bot")
        case .takesPasswords:
            Checkup.Finding(
                .ok, "home server: it takes passwords; this one is tried when the bot starts")
        case .takesNoPasswords:
            Checkup.Finding(
                .mistake,
                "home server: it takes no passwords; put an access token of the account into"
                    + " matrix.token, and its refresh token into matrix.refreshToken")
        case .unknown:
            Checkup.Finding(
                .mistake,
                "home server: it does not know this login; if a token is set make a new one, if a"
                    + " password is set start the bot, which logs in anew")
        case .another:
            Checkup.Finding(
                .mistake, "home server: the token is of another account than matrix.user")
        case .strange:
            Checkup.Finding(
                .mistake,
                "home server: what answers there is none; look at matrix.server, which is not"
                    + " always the name in the account")
        }
    }
}
