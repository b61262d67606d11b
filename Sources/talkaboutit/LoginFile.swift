import Crypto
import Foundation
import Matrix
import Messenger
import Store

/// Where the login of a home server is kept between runs: a file among the keys, readable for its
/// owner only.
struct LoginFile: Sendable {
    private let folder: String
    private var path: String { "\(folder)/matrix.login" }

    init(keys folder: String) { self.folder = folder }

    private struct Kept: Codable {
        let user: String
        let device: String
        let token: String
        let refresh: String?
        /// By which credentials it was made: with others it is worth nothing.
        let by: String
    }

    /// The login made by these credentials; nil if there is none that can be read.
    func read(of credentials: Credentials) -> Login? {
        // What can't be read is made anew.
        guard let bytes = try? Disk.real.read(path),
            // As above.
            let kept = try? JSONDecoder().decode(Kept.self, from: Data(bytes)),
            // As above.
            kept.by == Self.mark(of: credentials), let user = try? UserID(kept.user),
            // As above.
            let token = try? AccessToken(kept.token)
        else { return nil }
        // As above.
        let refresh = kept.refresh.flatMap { try? AccessToken($0) }
        return Login(
            user: user, device: kept.device, token: token,
            refresh: refresh)
    }

    /// Durable when it returns true.
    @Sendable func write(_ login: Login, for credentials: Credentials) -> Bool {
        let kept = Kept(
            user: login.user.name.text, device: login.device, token: login.token.secret,
            refresh: login.refresh?.secret, by: Self.mark(of: credentials))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let aside = "\(folder)/.new-matrix.login"
        do {
            let bytes = try encoder.encode(kept)
            try Disk.real.remove(aside)
            try Disk.real.create(aside, Array(bytes), 0o600, true)
            try Disk.real.rename(aside, path)
            try Disk.real.syncFolder(folder)
            return true
        } catch {
            return false
        }
    }

    private static func mark(of credentials: Credentials) -> String {
        let secret =
            switch credentials {
            case .token(let user, let token, _): "token \(user.name.text) \(token.secret)"
            case .password(let user, _, let device): "password \(user.name.text) \(device)"
            }
        return SHA256.hash(data: Data(secret.utf8)).map { String($0, radix: 16) }.joined()
    }
}
