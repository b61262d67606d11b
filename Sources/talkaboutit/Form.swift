import Foundation
import Matrix
import Telegram
import Wire

/// What the text of a setting must look like.
enum Form {
    /// The languages there are phrasebooks for.
    static let languages = ["de", "en", "es"]

    /// A path as the system takes it. A `~` is the shell's, and would become a folder's name.
    @Sendable static func isPath(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 1_024 && !text.hasPrefix("~")
            && !text.unicodeScalars.contains { $0.value < 0x20 }
    }

    @Sendable static func isToken(_ text: String) -> Bool {
        // Why it is no token is not told: the answer would describe a secret.
        (try? BotToken(text)) != nil
    }

    @Sendable static func isServer(_ text: String) -> Bool {
        // The setting's own words say what is expected, for each of the reasons.
        (try? BotServer(text)) != nil
    }

    @Sendable static func isHomeServer(_ text: String) -> Bool {
        // As above.
        (try? ServerAddress(text)) != nil
    }

    @Sendable static func isUser(_ text: String) -> Bool {
        // As above.
        (try? UserID(text)) != nil
    }

    @Sendable static func isAccessToken(_ text: String) -> Bool {
        // As above.
        (try? AccessToken(text)) != nil
    }

    @Sendable static func isPassword(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 512
            && !text.unicodeScalars.contains { $0.value < 0x20 }
    }

    @Sendable static func isDevice(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    }

    /// Accounts, and servers by name, perhaps with a port.
    @Sendable static func isGuestList(_ text: String) -> Bool {
        let guests = guests(text)
        return !guests.isEmpty
            && guests.allSatisfy { guest in
                guest.hasPrefix("@")
                    ? isUser(guest)
                    : guest.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x3A).contains($0)
                            || [0x2D, 0x2E, 0x5B, 0x5D].contains($0)
                    }
            }
    }

    static func guests(_ text: String) -> [String] {
        text.split(separator: ",").map { part in
            String(part.filter { !$0.isWhitespace }).lowercased()
        }.filter { !$0.isEmpty }
    }

    /// The platform's own TLS runs inside the proxy's connection, so plain `http://` is fine; but
    /// a password for the proxy itself must not travel in the open.
    @Sendable static func isProxy(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let host = parts.host, !host.isEmpty,
            parts.port.map({ (1...65_535).contains($0) }) == true,
            parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil
        else { return false }
        let isHere = ["localhost", "::1", "[::1]"].contains(host) || host.hasPrefix("127.")
        let hasPassword = parts.user != nil || parts.password != nil
        switch scheme {
        case "https": return true
        case "http", "socks5", "socks5h": return isHere || !hasPassword
        default: return false  // not our enum
        }
    }

    /// A name that can stand in a sentence: one line.
    @Sendable static func isName(_ text: String) -> Bool {
        !text.allSatisfy(\.isWhitespace) && text.count <= 64 && text.utf8.count <= 256
            && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && !text.contains(where: \.isNewline)
    }

    @Sendable static func isControlToken(_ text: String) -> Bool {
        (16...128).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    }
}
