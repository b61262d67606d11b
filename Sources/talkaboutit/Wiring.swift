import Curl
import Desk
import Dialogue
import Foundation
import LocalChat
import Logging
import Messenger
import ServiceLifecycle
import Store
import Synchronization
import Telegram
import UnixSignals

/// Runs the daemon until it is told to stop.
func runDaemon(_ settings: Settings, log: Logger) async throws {
    guard settings.telegram.token != nil || settings.matrix != nil else {
        throw Stop("There is no bot token: set TALKABOUTIT_TELEGRAM_TOKEN or telegram.token.")
    }
    let curriculum = try content(settings)
    // Before anything is written.
    let lastSaved = Store.lastSaved(in: settings.data)
    let opened = try DataFolder(settings)
    opened.introduceKeys(settings)
    let daemon = try Daemon(
        settings, curriculum: curriculum, token: settings.telegram.token,
        server: settings.telegram.server,
        host: settings.host.asTold, platformName: "Telegram", opened: opened,
        time: .init(lastSaved: lastSaved, log: log),
        log: log)
    try await daemon.serve(daemon.group(stoppingOn: [.sigterm, .sigint], log: log), log: log)
}

/// Runs the daemon and a chat platform in one process, and prints the page's address.
///
/// - Parameter settings: folders already the trial's own (``Settings/forTrial``).
func runTrial(_ settings: Settings, log: Logger) async throws {
    let curriculum = try content(settings)
    let opened = try DataFolder(settings)
    let clock = try TrialClock(store: opened.store, zone: settings.zone)
    let tokenText = settings.localChat.token?.text ?? LocalChat.Secret.randomBotToken()
    let platform = try LocalChat(
        configuration: .init(
            port: settings.localChat.port, botToken: tokenText,
            pageToken: settings.localChat.controlToken?.text ?? LocalChat.Secret.random(),
            clock: { Double(clock.now().seconds) }, nextDay: { try clock.turnToNextDay() },
            logger: quiet(log)))
    let running = Task { try await platform.run() }
    defer { running.cancel() }
    let base: String
    do {
        base = try await platform.baseAddress()
    } catch {
        throw Stop("The page's port is taken: stop what uses it, or give another by --port.")
    }
    var settings = settings
    settings.telegram.proxy = nil
    settings.telegram.sendsPerSecond = 0
    settings.matrix = nil
    let daemon = try Daemon(
        settings, curriculum: curriculum, token: BotToken(tokenText), server: BotServer(base),
        host: .trial, platformName: "This page", opened: opened, time: .init(clock.clock), log: log)
    clock.rings(daemon.alarm)
    Terminal.say("Open this page: \(try await platform.pageAddress())")
    try await daemon.serve(daemon.group(stoppingOn: [.sigterm, .sigint], log: log), log: log)
}

/// Runs the chat platform alone, and prints the page's address.
///
/// - Parameters:
///   - day: in how many seconds a day goes by.
///   - hasLimits: whether it takes no more messages than Telegram does.
func runLocalChat(
    _ settings: Settings, day: Int, hasLimits: Bool, log: Logger
) async throws {
    let start = Date().timeIntervalSince1970
    let speed = 86_400 / Double(day)
    let turned = Mutex(0.0)
    let clock: @Sendable () -> Double = {
        start + (Date().timeIntervalSince1970 - start) * speed + turned.withLock { $0 }
    }
    let platform = try LocalChat(
        configuration: .init(
            port: settings.localChat.port,
            botToken: settings.localChat.token?.text ?? LocalChat.Secret.randomBotToken(),
            pageToken: settings.localChat.controlToken?.text ?? LocalChat.Secret.random(),
            clock: clock, nextDay: { turned.withLock { $0 += 86_400 } },
            limits: hasLimits ? .telegrams : nil, logger: quiet(log)))
    let group = ServiceGroup(
        configuration: .init(
            services: [platform], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(log)))
    async let ended: Void = group.run()
    do {
        Terminal.say("Open this page: \(try await platform.pageAddress())")
        Terminal.say("Bots reach it at: \(try await platform.baseAddress())")
    } catch {
        try await ended
        throw Stop("The port is taken: stop what uses it, or give another by --port.")
    }
    try await ended
}

/// For libraries that log: their lines hold paths and ports, so only what is wrong is heard.
func quiet(_ log: Logger) -> Logger {
    var quiet = log
    quiet.logLevel = .critical
    return quiet
}
