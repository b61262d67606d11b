import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Takes a request to the routes and their reply to the wire.
struct Server: HTTPResponder {
    /// A request's way back: the channel is needed to break it on purpose.
    struct Context: RequestContext {
        var coreContext: CoreRequestContextStorage
        let channel: any Channel

        init(source: ApplicationRequestContextSource) {
            coreContext = CoreRequestContextStorage(source: source)
            channel = source.channel
        }
    }

    /// A file of 50 MB and what a multipart body puts around it.
    static let maximumBodyBytes = 52 << 20

    let bot: BotRoutes
    let page: PageRoutes
    let control: ControlRoutes
    let pageToken: String

    func respond(to request: Request, context: Context) async throws -> Response {
        let door = Guard(port: context.channel.localAddress?.port ?? 0, token: pageToken)
        let visitor = Guard.Visitor(request)
        // Before a byte of the body is read, whoever asks: also a bot comes by this address.
        let isLetIn =
            (request.head.path ?? "/").hasPrefix("/api/")
            ? door.admits(visitor) : door.isForUs(visitor)
        guard isLetIn else { return await wire(.refused(Self.shut), context.channel) }
        let petition: Petition
        do {
            petition = try await Petition(request, maximum: Self.maximumBodyBytes)
        } catch {
            return await wire(.refused(.tooLarge), context.channel)
        }
        return await wire(await reply(to: petition), context.channel)
    }

    private func reply(to petition: Petition) async -> Reply {
        if let reply = await bot.reply(to: petition) { return reply }
        guard petition.path.hasPrefix("/api/") else {
            return page.reply(to: petition) ?? .refused(.notFound)
        }
        return await control.reply(to: petition)
    }

    private static let shut = Refusal(403, "Forbidden")

    private func wire(_ reply: Reply, _ channel: any Channel) async -> Response {
        var headers = HTTPFields()
        headers[.contentType] = reply.type
        if let name = HTTPField.Name("X-Content-Type-Options") { headers[name] = "nosniff" }
        for field in reply.headers {
            if let name = HTTPField.Name(field.name) { headers[name] = field.value }
        }
        let status = HTTPResponse.Status(code: reply.status == 0 ? 500 : reply.status)
        switch reply.ending {
        case .whole:
            return Response(
                status: status, headers: headers,
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
        case .reset:
            await reset(channel)
            return Response(status: status)
        case .cut(let bytes):
            let part = ByteBuffer(bytes: reply.body.prefix(bytes))
            let body = ResponseBody(contentLength: reply.body.count) { writer in
                try await writer.write(part)
                try await channel.close()
                throw ChannelError.outputClosed
            }
            headers[.contentLength] = String(reply.body.count)
            return Response(status: status, headers: headers, body: body)
        }
    }

    /// Closes at once and without a word, so that the other side sees a reset.
    private func reset(_ channel: any Channel) async {
        if let options = channel as? any SocketOptionProvider {
            // A connection that is gone already is as good as reset.
            try? await options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
        }
        // It may be closed already.
        try? await channel.close()
    }
}
