import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Dates each answer by the platform's own clock, which may run ahead of the machine's.
final class Dating: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let clock: @Sendable () -> Double

    /// - Parameter clock: seconds since 1970.
    init(clock: @escaping @Sendable () -> Double) { self.clock = clock }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var response) = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        response.headerFields[.date] = HTTPDate.text(of: clock())
        context.write(wrapOutboundOut(.head(response)), promise: promise)
    }
}
