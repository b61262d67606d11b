"""The least that the bot needs of a chat platform, so that the platform's own time is small.

One thread, raw sockets, no checks. It answers what the daemon calls, hands it updates, and tells
of every message the moment it came in.
"""

import collections
import json
import selectors
import socket
import time

USERNAME = "benchmark_bot"


class Wire:
    """A Bot API on a free port of this machine. Everything happens while `serve` runs."""

    def __init__(self, on_message):
        self.on_message = on_message  # (chat, text, keyboard, moment)
        self.first_poll = None        # the moment of the first getUpdates
        self.polls = 0
        self._selector = selectors.DefaultSelector()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=200)
        self._listener.setblocking(False)
        self._selector.register(self._listener, selectors.EVENT_READ, None)
        self.base = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._updates = collections.deque()  # (id, bytes)
        self._last_update = 1000
        self._last_message = 0
        self._poll = None  # the socket of the poll that waits
        self._reading = {}

    # What people do.

    def say(self, chat, text):
        self._last_message += 1
        self._queue(
            '"message":{"message_id":%d,"date":1,"chat":{"id":%d,"type":"private"},"from":%s,"text":%s}'
            % (self._last_message, chat, _person(chat), json.dumps(text)))

    def press(self, chat, data):
        self._queue(
            '"callback_query":{"id":"%d","from":%s,"data":%s,"message":{"message_id":1,"date":1,'
            '"chat":{"id":%d,"type":"private"}}}'
            % (self._last_update, _person(chat), json.dumps(data), chat))

    def _queue(self, members):
        self._last_update += 1
        self._updates.append(
            (self._last_update, ('{"update_id":%d,%s}' % (self._last_update, members)).encode()))

    # The platform.

    def serve(self, seconds, is_enough=lambda: False):
        """Works until it is enough; False if the time was over first."""
        end = time.perf_counter() + seconds
        while not is_enough():
            self._answer_poll()
            left = end - time.perf_counter()
            if left <= 0:
                return False
            for key, _ in self._selector.select(left):
                if key.fileobj is self._listener:
                    connection, _ = self._listener.accept()
                    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    self._selector.register(connection, selectors.EVENT_READ, None)
                    self._reading[connection] = b""
                else:
                    self._read(key.fileobj)
        self._answer_poll()
        return True

    def hang_up(self):
        """The daemon has gone: what waited for it waits no more."""
        for connection in list(self._reading):
            self._close(connection)

    def _close(self, connection):
        self._selector.unregister(connection)
        del self._reading[connection]
        if self._poll is connection:
            self._poll = None
        connection.close()

    def _read(self, connection):
        try:
            data = connection.recv(1 << 18)
        except ConnectionResetError:
            data = b""
        if not data:
            return self._close(connection)
        data = self._reading[connection] + data
        while True:
            head, mark, rest = data.partition(b"\r\n\r\n")
            if not mark:
                break
            start = head.lower().find(b"content-length:")
            length = int(head[start + 15:].split(b"\r\n", 1)[0]) if start >= 0 else 0
            if len(rest) < length:
                break
            data = rest[length:]
            path = head.split(b" ", 2)[1]
            self._call(connection, path[path.rindex(b"/") + 1:], rest[:length])
        self._reading[connection] = data

    def _call(self, connection, method, body):
        if method == b"getUpdates":
            self.polls += 1
            self.first_poll = self.first_poll or time.perf_counter()
            offset = json.loads(body).get("offset", 0)
            while self._updates and self._updates[0][0] < offset:
                self._updates.popleft()
            self._poll = connection
            return
        if method == b"sendMessage":
            moment = time.perf_counter()
            fields = json.loads(body)
            self._last_message += 1
            _reply(connection, b'{"message_id":%d,"date":1,"chat":{"id":1,"type":"private"}}'
                   % self._last_message)
            markup = fields.get("reply_markup", {})
            if isinstance(markup, str):
                markup = json.loads(markup)
            self.on_message(
                int(fields["chat_id"]), fields["text"], markup.get("inline_keyboard", []), moment)
        elif method == b"getMe":
            _reply(connection, b'{"id":1,"is_bot":true,"first_name":"B","username":"%s"}'
                   % USERNAME.encode())
        elif method == b"getMyCommands":
            _reply(connection, b"[]")
        else:
            _reply(connection, b"true")

    def _answer_poll(self):
        if self._poll is not None and self._updates:
            some = [body for _, body in list(self._updates)[:100]]
            connection, self._poll = self._poll, None
            _reply(connection, b"[" + b",".join(some) + b"]")


def _person(chat):
    return '{"id":%d,"is_bot":false,"first_name":"P%d","language_code":"en"}' % (chat, chat)


def _reply(connection, result):
    body = b'{"ok":true,"result":' + result + b"}"
    connection.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
        % len(body) + body)
