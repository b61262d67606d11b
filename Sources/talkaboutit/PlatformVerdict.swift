/// What the platform said to the bot's token, or why it said nothing.
enum PlatformVerdict: Equatable, Sendable {
    /// It knows the bot, and the bot may poll.
    case accepted
    /// It does not know the token.
    case tokenUnknown
    /// A webhook is set and may not be taken away by us.
    case webhookSet
    /// No answer came: network, address, proxy or the platform itself.
    case unreachable
    /// Asked too often. Says nothing about the token.
    case tooManyRequests
    /// It answered something that no Bot API answers.
    case strange

    var finding: Checkup.Finding {
        switch self {
        case .accepted:
            Checkup.Finding(.ok, "platform: it knows the bot")
        case .tokenUnknown:
            Checkup.Finding(
                .mistake,
                "platform: it does not know this token; ask @BotFather for the bot's token anew"
                    + " and put it into telegram.token")
        case .webhookSet:
            Checkup.Finding(
                .mistake,
                "platform: another program has set a webhook for this bot, so it cannot poll; stop"
                    + " that program and set telegram.deleteWebhook to true, or make a bot of its"
                    + " own for this program")
        case .unreachable:
            Checkup.Finding(
                .mistake,
                "platform: no answer; look at the network, telegram.baseURL and telegram.proxy."
                    + " A daemon would wait and try again")
        case .tooManyRequests:
            Checkup.Finding(
                .warning, "platform: it was asked too often; wait a minute and check again")
        case .strange:
            Checkup.Finding(
                .mistake,
                "platform: what answers there is no Bot API; look at telegram.baseURL and"
                    + " telegram.proxy")
        }
    }
}
