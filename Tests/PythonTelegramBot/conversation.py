#!/usr/bin/env python3
"""A bot made with python-telegram-bot talks with the embedded chat platform.

Nobody here wrote that library, so what it sends and how it reads the answers are a second
opinion on whether the platform speaks the Bot API. The bot echoes, asks with buttons, edits,
sends a voice message and a document, and registers commands; a person acts through the control
API, and what the person sees is compared.

    TALKABOUTIT_BINARY=… conversation.py
    conversation.py --base http://127.0.0.1:PORT --bot-token TOKEN --page-token TOKEN

The first starts the platform by itself, the second meets one that runs already; the three may
also come as LOCALCHAT_BASE, LOCALCHAT_BOT_TOKEN and LOCALCHAT_PAGE_TOKEN. Ends with 0 if
everything was as it should be, with 1 at the first mismatch, and after 60 s in any case.
"""

import argparse
import asyncio
import os
import secrets
import signal
import sys

from telegram import (
    BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyParameters, Update,
)
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter
from telegram.ext import (
    Application, CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters,
)
from telegram import Bot

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from program import Program  # noqa: E402 (found only by the line above)

from person import Control, Mismatch, Person, check  # noqa: E402

TIME_LIMIT_SECONDS = 60
OPUS = b"OggS" + bytes(range(60))


def build_bot(base, token, memory):
    """The small echo bot; `memory` keeps what it was told."""

    async def start(update, context):
        memory["payload"] = context.args
        await update.effective_chat.send_message(
            "Shall we?", reply_markup=InlineKeyboardMarkup(
                [[InlineKeyboardButton("Yes", callback_data="yes"),
                  InlineKeyboardButton("No", callback_data="no")]]))

    async def pressed(update, context):
        query = update.callback_query
        await query.answer(text=f"You said {query.data}")
        await query.edit_message_text(f"Chosen: {query.data}")
        try:
            await query.answer()
            memory["second answer"] = "taken"
        except BadRequest as error:
            memory["second answer"] = str(error)

    async def text(update, context):
        message = update.effective_message
        echo = f"😀 {message.text}"
        await update.effective_chat.send_message(
            echo, entities=[MessageEntity(MessageEntity.BOLD, 3, len(message.text.encode("utf-16-le")) // 2)],
            reply_parameters=ReplyParameters(message.message_id), protect_content=True)

    async def edited(update, context):
        memory["edited"] = update.edited_message.text
        await update.effective_chat.send_message("<b>Seen</b> &amp; noted", parse_mode="HTML")

    async def voice(update, context):
        sent = update.effective_message.voice
        file = await sent.get_file()
        memory["voice"] = bytes(await file.download_as_bytearray())
        memory["seconds"] = sent.duration
        await update.effective_chat.send_voice(sent.file_id)
        await update.effective_chat.send_voice(OPUS, duration=4)
        await update.effective_chat.send_document(b"{}", filename="everything.json", caption="All of it")
        await update.effective_chat.send_action("typing")

    async def other(update, context):
        await update.effective_chat.send_message("That I can't read.")

    async def member(update, context):
        memory.setdefault("member", []).append(update.my_chat_member.new_chat_member.status)

    application = (
        Application.builder().token(token).base_url(f"{base}/bot").base_file_url(f"{base}/file/bot")
        .build())
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(ChatMemberHandler(member, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE, edited))
    application.add_handler(MessageHandler(filters.VOICE, voice))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, text))
    application.add_handler(MessageHandler(filters.ALL, other))
    return application


async def converse(bot, control, person, memory):
    """What people do, and what they must see."""
    await bot.set_my_commands([BotCommand("help", "What this is")])
    await bot.set_my_commands([BotCommand("help", "Was das ist")], language_code="de")
    check("commands are read back", [one.description for one in await bot.get_my_commands()], ["What this is"])

    await person.act("start", payload="AbC_-9")
    question = await person.message("a question with buttons", lambda one: one["keyboard"])
    check("the payload of the link", memory["payload"], ["AbC_-9"])
    check("the buttons", [key["text"] for key in question["keyboard"][0]], ["Yes", "No"])
    menu = await person.chat_when("the menu", lambda chat: chat["commands"])
    check("the menu in German", menu["commands"][0]["description"], "Was das ist")

    await person.act("press", message=question["id"], data="yes")
    chosen = await person.message("the edited question", lambda one: one["text"] == "Chosen: yes")
    check("same message, marked, without buttons",
          (chosen["id"], chosen["edited"], chosen["keyboard"]), (question["id"], True, []))

    said = await person.act("say", text="Grüße & <b>")
    echo = await person.message("the echo", lambda one: one["text"] == "😀 Grüße & <b>" and one["bot"])
    check("its style", echo["entities"], [{"type": "bold", "offset": 3, "length": 11}])
    check("answers, protected", (echo["reply"], echo["protected"]), (said["message"], True))
    check("a second answer to a press", memory["second answer"].lower(),
          "query is too old and response timeout expired or query id is invalid")

    await person.act("edit", message=said["message"], text="Grüße")
    await person.message("HTML", lambda one: one["text"] == "Seen & noted" and one["entities"][0]["type"] == "bold")
    check("the edit arrived", memory["edited"], "Grüße")

    await person.control.post(f"people/{person.chat}/attach?kind=voice&seconds=7", body=OPUS)
    document = await person.message("a document", lambda one: one["kind"] == "document")
    check("its name and caption", (document["file"]["name"], document["text"]), ("everything.json", "All of it"))
    check("the voice was fetched", (memory["voice"], memory["seconds"]), (OPUS, 7))
    chat = await person.chat_when("typing", lambda chat: chat["typing"])
    voices = [one["file"]["seconds"] for one in chat["all"].values() if one["kind"] == "voice" and one["bot"]]
    check("voices sent again and anew", voices, [7, 4])

    await person.act("send", kind="sticker")
    await person.message("the polite refusal", lambda one: one["text"] == "That I can't read.")


async def refusals(bot, base, control, person, memory):
    """The library must recognise each refusal as what it is."""

    async def refused(what, kind, call, words):
        try:
            await call
        except kind as error:
            check(what, words.lower() in str(error).lower(), True)
        else:
            raise Mismatch(f"{what}: was not refused")

    await refused("too long", BadRequest, bot.send_message(person.chat, "x" * 4097), "message is too long")
    await refused("unknown chat", BadRequest, bot.send_message(77, "x"), "chat not found")
    await refused("broken markup", BadRequest, bot.send_message(person.chat, "<b>x", parse_mode="HTML"), "can't parse entities")
    await refused("message to delete", BadRequest, bot.delete_message(person.chat, 9999), "message to delete not found")
    stranger = (await control.post("people", name="Nobody"))["chat"]
    await refused("never started", Forbidden, bot.send_message(stranger, "x"), "can't initiate conversation")
    await person.act("block", blocked=True)
    await refused("blocked", Forbidden, bot.send_message(person.chat, "x"), "bot was blocked by the user")
    await person.act("block", blocked=False)
    await control.post("faults", kind="tooManyRequests", method="sendMessage", retryAfter=3)
    await refused("too many requests", RetryAfter, bot.send_message(person.chat, "x"), "Flood control")
    sent = await bot.send_message(person.chat, "still here")
    check("delete", await sent.delete(), True)
    for _ in range(100):
        if memory.get("member") == ["kicked", "member"]:
            break
        await asyncio.sleep(0.05)
    check("block and unblock were told", memory.get("member"), ["kicked", "member"])
    await control.post("faults", kind="status", method="getMe", status=409)
    await refused("conflict", Conflict, bot.get_me(), "terminated by other getUpdates")
    await with_wrong_token(base)


async def with_wrong_token(base):
    try:
        async with Bot("1:wrong", base_url=f"{base}/bot"):
            raise Mismatch("a wrong token was taken")
    except InvalidToken:
        print("ok  a wrong token")


async def main(base, bot_token, page_token):
    control = Control(base, page_token)
    chat = (await control.post("people", name="Ada", language="de"))["chat"]
    person, memory = Person(control, chat), {}
    application = build_bot(base, bot_token, memory)
    async with application:
        await application.updater.start_polling(
            timeout=10, allowed_updates=Update.ALL_TYPES, bootstrap_retries=0)
        await application.start()
        try:
            await converse(application.bot, control, person, memory)
            await refusals(application.bot, base, control, person, memory)
        finally:
            await application.updater.stop()
            await application.stop()
    calls = (await control.get("calls"))["calls"]
    check("nothing was asked for that is not there", [one["method"] for one in calls if one["status"] == 404], [])


def options():
    parser = argparse.ArgumentParser()
    for name in ("base", "bot-token", "page-token"):
        variable = "LOCALCHAT_" + name.upper().replace("-", "_")
        parser.add_argument(f"--{name}", default=os.environ.get(variable))
    given = parser.parse_args()
    told = [given.base, given.bot_token, given.page_token]
    if any(told) and not all(told):
        parser.error("either all three of --base, --bot-token and --page-token, or none")
    if not any(told) and "TALKABOUTIT_BINARY" not in os.environ:
        parser.error("TALKABOUTIT_BINARY must name the built program")
    return given


def out_of_time(number, frame):
    print("not ok  out of time", file=sys.stderr)
    os._exit(1)


def run(given):
    if given.base:
        asyncio.run(main(given.base.rstrip("/"), given.bot_token, given.page_token))
        return
    bot_token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
    page_token = secrets.token_urlsafe(24)
    with Program(
        "localchat", localchat_token=bot_token, localchat_control_token=page_token,
    ) as platform:
        check("the page's token is the one given", platform.token, page_token)
        asyncio.run(main(platform.base, bot_token, page_token))


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, out_of_time)
    signal.alarm(TIME_LIMIT_SECONDS)
    try:
        run(options())
    except Mismatch as mismatch:
        print(f"not ok  {mismatch}", file=sys.stderr)
        sys.exit(1)
    print("all as it should be")
