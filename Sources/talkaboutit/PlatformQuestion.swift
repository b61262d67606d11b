import Curl
import Messenger
import Telegram

/// Asks the platform whether it knows the token of these settings, and whether it may be polled.
func askPlatform(_ settings: Settings) async -> PlatformVerdict {
    guard let token = settings.telegram.token else { return .tokenUnknown }
    let curl: CurlClient
    do throws(HTTPFault) {
        curl = try CurlClient(options: .init(proxy: settings.telegram.proxy))
    } catch {
        return .unreachable
    }
    let bot = TelegramBot(
        token: token, server: settings.telegram.server, exchange: curl.exchange)
    let verdict = await verdict(of: bot, settings)
    await curl.close()
    return verdict
}

private func verdict(of bot: TelegramBot, _ settings: Settings) async -> PlatformVerdict {
    do throws(Fault) {
        _ = try await bot.identity()
        guard try await bot.webhookIsSet() else { return .accepted }
        return settings.telegram.deleteWebhook ? .accepted : .webhookSet
    } catch {
        switch error {
        case .unauthorised: return .tokenUnknown
        case .webhookSet: return .webhookSet
        case .tooManyRequests: return .tooManyRequests
        case .unreachable(sent: false), .anotherPoller, .cancelled: return .unreachable
        case .unreachable(sent: true), .recipientGone, .refused, .moved: return .strange
        }
    }
}
