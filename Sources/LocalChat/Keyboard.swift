extension LocalChat {
    /// The inline buttons below a message, in rows.
    package struct Keyboard: Sendable, Hashable {
        /// The rows from above, none of them empty.
        package var rows: [[Button]]

        /// All buttons in reading order.
        package var buttons: [Button] { rows.flatMap { $0 } }

        /// One button: its label, and what it does.
        package struct Button: Sendable, Hashable {
            /// What it says.
            package var label: String
            /// What a press does.
            package var action: Action
        }

        /// What a press does.
        package enum Action: Sendable, Hashable {
            /// Comes back as a callback query with this data, 1–64 bytes.
            case callback(data: String)
            /// Opens an address.
            case url(String)
        }

        static let maximumButtons = 100
        static let maximumDataBytes = 64
    }
}

typealias Keyboard = LocalChat.Keyboard

extension Keyboard {
    /// Reads and checks `reply_markup`. Other kinds of markup are accepted and have no effect.
    ///
    /// - Returns: nil if there are no inline buttons.
    static func read(from arguments: Arguments) throws(Refusal) -> Keyboard? {
        let markup = try arguments.json(
            "reply_markup", orRefuse: "can't parse reply keyboard markup JSON object")
        guard let markup, markup != .null else { return nil }
        guard case .object = markup else { throw .bad("object expected as reply markup") }
        guard let rows = markup["inline_keyboard"] else { return nil }
        guard let rows = rows.items else {
            throw .bad("field \"inline_keyboard\" must be of type Array")
        }
        var result: [[Button]] = []
        for row in rows {
            guard let items = row.items else {
                throw .bad("field \"inline_keyboard\" must be an Array of Arrays")
            }
            var buttons: [Button] = []
            for item in items { buttons.append(try button(item)) }
            if !buttons.isEmpty { result.append(buttons) }
        }
        guard result.reduce(0, { $0 + $1.count }) <= maximumButtons else {
            throw .bad("reply markup is too long")
        }
        return result.isEmpty ? nil : Keyboard(rows: result)
    }

    private static func button(_ json: JSON) throws(Refusal) -> Button {
        guard let label = json["text"]?.text else {
            throw .bad(
                "can't parse inline keyboard button: Field \"text\" must be of type String")
        }
        guard !label.allSatisfy(\.isWhitespace) else {
            throw .bad("inline keyboard button text must be non-empty")
        }
        if let url = json["url"]?.text { return Button(label: label, action: .url(url)) }
        guard let data = json["callback_data"]?.text else {
            throw .bad(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline "
                    + "keyboard")
        }
        guard (1...maximumDataBytes).contains(data.utf8.count) else {
            throw .bad("BUTTON_DATA_INVALID")
        }
        return Button(label: label, action: .callback(data: data))
    }

    /// As the Bot API writes it.
    var json: JSON {
        let rows = rows.map { row in
            JSON.array(
                row.map { button in
                    switch button.action {
                    case .callback(let data):
                        ["text": .string(button.label), "callback_data": .string(data)]
                    case .url(let url): ["text": .string(button.label), "url": .string(url)]
                    }
                })
        }
        return ["inline_keyboard": .array(rows)]
    }
}
