import Dialogue
import Messenger

/// What the platform and the dialogue call a message is the same text.
extension MessageID {
    var name: MessageName { MessageName(text) }

    init(named name: MessageName) { self.init(name.text) }
}
