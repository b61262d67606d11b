import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Says "go on" to a client that asks before it sends a large body; without it libcurl waits a
/// second before each upload.
final class Continuing: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundOut = HTTPResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let request) = unwrapInboundIn(data), let name = HTTPField.Name("Expect"),
            request.headerFields[name]?.lowercased() == "100-continue"
        {
            let answer = HTTPResponsePart.head(HTTPResponse(status: .continue))
            context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
        }
        context.fireChannelRead(data)
    }
}
