"""One phone on the page, as its owner holds it: real clicks and keys, and waits on conditions."""

import time

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

PATIENCE_SECONDS = 15


class Mismatch(Exception):
    """What was seen is not what should be."""


def wait(what, condition):
    """The condition's first answer that isn't empty."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            if answer := condition():
                return answer
        except StaleElementReferenceException:
            pass  # The page redrew it meanwhile: look again.
        if time.monotonic() > end:
            raise Mismatch(what)
        time.sleep(0.02)


# Every message: whose it is, what it says, its buttons.
READ = """
return [...arguments[0].querySelectorAll('.bubble')].map((bubble) => ({
  id: Number(bubble.dataset.id), bot: bubble.dataset.from === 'bot',
  text: bubble.querySelector('.text').textContent,
  keys: [...bubble.querySelectorAll('.key')].map((key) => key.textContent),
  document: bubble.querySelector('[data-testid=document]') !== null,
  photo: bubble.querySelector('[data-testid=photo]') !== null,
  voice: bubble.querySelector('.file:not([data-testid]), audio') !== null,
  edited: bubble.querySelector('.facts').textContent.includes('edited'),
}));
"""


class Phone:
    """`sees` moves on from message to message: what was seen once is not seen again."""

    def __init__(self, driver, number, name):
        self.driver, self.name = driver, name
        self.element = driver.find_element(By.CSS_SELECTOR, f"[data-testid=phone-{number}]")
        self.seen = 0

    def part(self, test_id):
        return self.element.find_element(By.CSS_SELECTOR, f"[data-testid={test_id}]")

    def messages(self):
        return self.driver.execute_script(READ, self.element)

    def text(self):
        """Everything this phone holds, hidden or not."""
        return self.element.get_property("textContent")

    def everything(self):
        """That, and what its elements say of themselves: of a picture, for instance."""
        return self.driver.execute_script(
            "return [arguments[0].textContent, ...[...arguments[0].querySelectorAll('*')].flatMap("
            "(one) => [...one.attributes].map((attribute) => attribute.value))].join('\\n')",
            self.element)

    def sees(self, what, is_it):
        """Waits for the next message of the bot that is it."""
        def look():
            return [
                one for one in self.messages()
                if one["bot"] and one["id"] > self.seen and is_it(one)]

        try:
            found = wait(what, look)[0]
        except Mismatch:
            texts = [one["text"] for one in self.messages()][-4:]
            raise Mismatch(f"{self.name} never saw {what}; last is {texts!r}") from None
        self.seen = found["id"]
        return found

    def tap(self, label, message=None):
        """The newest button of this name, or that of one message."""
        within = ".key" if message is None else f'[data-id="{message}"] .key'

        def press():
            keys = [
                key for key in self.element.find_elements(By.CSS_SELECTOR, within)
                if key.text == label]
            if not keys:
                return False
            self.driver.execute_script("arguments[0].scrollIntoView({block: 'nearest'})", keys[-1])
            ActionChains(self.driver, duration=0).move_to_element(keys[-1]).click().perform()
            return True

        wait(f"{self.name} has no button “{label}”", press)

    def write(self, text):
        """Types into the field and sends with Enter; the field is empty again when it is sent."""
        field = self.part("composer")
        field.click()
        first, *others = text.split("\n")
        field.send_keys(first)
        for line in others:
            field.send_keys(Keys.SHIFT, Keys.ENTER)
            field.send_keys(line)
        field.send_keys(Keys.ENTER)
        wait(f"{self.name}'s field isn't emptied", lambda: field.get_property("value") == "")

    def edit(self, old, new):
        """By the menu of one's own message."""
        def open_menu():
            own = [
                one for one in self.element.find_elements(By.CSS_SELECTOR, ".bubble.own")
                if old in one.get_property("textContent")]
            if not own:
                return False
            ActionChains(self.driver, duration=0).move_to_element(own[-1]).perform()
            own[-1].find_element(By.CSS_SELECTOR, ".more").click()
            return True

        wait(f"{self.name} has no message “{old}”", open_menu)
        self.choose("Edit")
        field = self.part("composer")
        wait("the old text isn't in the field", lambda: field.get_property("value") == old)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(new, Keys.ENTER)
        wait(f"{self.name}'s field isn't emptied", lambda: field.get_property("value") == "")

    def choose(self, beginning):
        """An entry of the open menu."""
        def pick():
            entries = [
                one for one in self.element.find_elements(By.CSS_SELECTOR, "[role=menuitem]")
                if one.text.startswith(beginning)]
            if entries:
                entries[0].click()
            return entries

        wait(f"the menu has no “{beginning}”", pick)

    def record(self, seconds):
        """A voice message, from the browser's own made-up microphone."""
        self.part("record").click()
        wait("it doesn't record", lambda: self.part("record").get_attribute("aria-label").startswith("Stop"))
        time.sleep(seconds)  # This long is the message; nothing is waited for.
        self.part("record").click()
        wait("it goes on recording", lambda: not self.part("record").get_attribute("aria-label").startswith("Stop"))
