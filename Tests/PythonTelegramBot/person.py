"""Somebody with a phone, acting and looking through the platform's control API."""

import asyncio
import json
import urllib.request


class Mismatch(Exception):
    """What was seen is not what should be."""


def check(what, seen, expected):
    if seen != expected:
        raise Mismatch(f"{what}: expected {expected!r}, saw {seen!r}")
    print(f"ok  {what}")


class Control:
    """The platform's control API, as a person uses it."""

    def __init__(self, base, token):
        self.base, self.token = base, token

    def _ask(self, method, path, body=None):
        request = urllib.request.Request(
            f"{self.base}/api/{path}", method=method, data=body,
            headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    async def get(self, path):
        return await asyncio.to_thread(self._ask, "GET", path)

    async def post(self, path, body=b"", **fields):
        data = body or json.dumps(fields).encode()
        return await asyncio.to_thread(self._ask, "POST", path, data)


class Person:
    """Somebody with a phone."""

    def __init__(self, control, chat):
        self.control, self.chat = control, chat

    async def act(self, name, **fields):
        return await self.control.post(f"people/{self.chat}/{name}", **fields)

    async def chat_when(self, what, is_enough):
        """The chat, as soon as it satisfies a condition; waits without asking again and again."""
        version, seen = 0, {}
        for _ in range(40):
            news = await self.control.get(
                f"changes?chats={self.chat}&after={version}&wait={5 if version else 0}")
            version = news["version"]
            for chat in news["chats"]:
                messages = {} if chat["whole"] else seen.get("all", {})
                messages.update({one["id"]: one for one in chat["messages"]})
                for gone in chat["deleted"]:
                    messages.pop(gone, None)
                seen = {**chat, "all": messages, "notices": seen.get("notices", []) + chat["notices"]}
            if seen and is_enough(seen):
                return seen
        raise Mismatch(f"{what}: never seen; last texts {[one['text'] for one in seen['all'].values()]!r}")

    async def message(self, what, is_it):
        """The newest message that satisfies a condition."""
        chat = await self.chat_when(what, lambda chat: any(map(is_it, chat["all"].values())))
        print(f"ok  {what}")
        return [one for one in chat["all"].values() if is_it(one)][-1]
