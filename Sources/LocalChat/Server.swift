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
        let petition: Petition
        do {
            petition = try await Petition(request, maximum: Self.maximumBodyBytes)
        } catch {
            return await wire(.refused(.tooLarge), context.channel)
        }
        let reply = await reply(to: petition, port: context.channel.localAddress?.port ?? 0)
        return await wire(reply, context.channel)
    }

    private func reply(to petition: Petition, port: Int) async -> Reply {
        if let reply = await bot.reply(to: petition) { return reply }
        let door = Guard(port: port, token: pageToken)
        guard petition.path.hasPrefix("/api/") else {
            guard door.isForUs(petition.visitor) else { return .refused(Self.shut) }
            return page.reply(to: petition) ?? .refused(.notFound)
        }
        guard door.admits(petition.visitor) else { return .refused(Self.shut) }
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
