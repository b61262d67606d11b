"""That the page speaks each of its languages: all of it, at once, and each phone its own."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

import wordlists
from manners import check_fits
from phone import Mismatch, wait
from two import step

OTHERS = ("es", "de")

# Keeps what every element says now, apart from names and from what people and the bot wrote.
REMEMBER = r"""
const skipped = 'noscript, script, h1, time, .text, .key, .unseen, .toast, .answered, .switch button, option[lang],'
  + ' select[name=method] option:not([value="*"]), [data-testid=document] > span';
window.said = (element) => {
  const texts = [...element.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE).map((one) => one.data);
  const places = {text: element.matches(skipped) ? '' : texts.join('').trim()};
  for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) places[name] = element.getAttribute(name) ?? '';
  if (element.closest('.bubble')?.querySelector('.text').textContent) delete places.alt;
  return places;
};
window.before = new Map([...document.querySelectorAll('title, body *')]
  .filter((one) => !one.closest('.text')).map((one) => [one, window.said(one)]));
return [...window.before.values()].flatMap(Object.values).filter((text) => /\p{L}/u.test(text)).length;
"""
UNCHANGED = r"""
return [...window.before].flatMap(([element, old]) => {
  if (!element.isConnected) return [];
  const now = window.said(element);
  return Object.keys(old).filter((place) => /\p{L}/u.test(old[place]) && old[place] === now[place]).map((place) => now[place]);
});
"""

TOLD = """
const done = arguments[arguments.length - 1];
import(`${location.origin}/api.js`).then(async ({get}) => {
  const {phones} = await get('state');
  const {chats} = await get(`changes?chats=${phones}&after=0&wait=0`);
  done(phones.map((phone) => chats.find((one) => one.chat === phone).language ?? ''));
}, (error) => done([String(error)]));
"""


class Languages:
    def __init__(self, browser):
        self.browser, self.driver = browser, browser.driver

    def check_before(self):
        """While Ada has no conversation yet, and Ben has one; both stay as they were."""
        self._check_lists()
        self._switch_on_a_fault()
        self._check_all("the empty phone, the faults")
        self._check_typed()
        self._check_menus()
        self._switch_off()
        self._check_own_language()

    def check_after(self):
        """With everything that a conversation leaves."""
        self._check_all("the conversation")
        self.browser.set_size(360, 740)
        for tag in (*OTHERS, "en"):
            for number in (1, 2):
                self.browser.show(number)
                self._choose(tag)
                self._choose_own(number, tag)
                wait(f"the phone doesn't speak {tag}", lambda: self._spoken()[number] == tag)
                check_fits(self.browser)
        self.browser.set_size(1280, 800)
        step("360 px are wide enough for each")

    def _check_lists(self):
        answer = wordlists.read(self.driver)
        wordlists.check(answer)
        self.lists = answer["lists"]
        self.same = {
            tag: {form for key in keys for form in wordlists.forms(self.lists["en"][key])}
            for tag, keys in wordlists.SAME.items()}
        step("every language has the same words, and the page says them all")

    def _check_all(self, what):
        self._speak("en")
        # Fewer would mean that this looks past the page.
        if (count := self.driver.execute_script(REMEMBER)) < 60:
            raise Mismatch(f"only {count} texts are found")
        for tag in OTHERS:
            self._speak(tag)
            left = {
                text for text in self.driver.execute_script(UNCHANGED)
                if text not in self.same[tag] and not text.startswith("https://")}
            if left:
                raise Mismatch(f"English in {tag}: {sorted(left)!r}")
            if empty := self.driver.execute_script(
                    r"return [...document.querySelectorAll('[aria-label=\"\"], [title=\"\"], [placeholder=\"\"]')].length"):
                raise Mismatch(f"{empty} names are empty in {tag}")
        self._speak("en")
        step(f"Spanish and German, complete: {what}")

    def _check_typed(self):
        """What is being typed outlives another language, and so does the choice a reload."""
        fields = {
            self._part(2, "composer"): "Half a sentence",
            self._part(1, "invitation-field"): "https://t.me/"}
        for field, text in fields.items():
            field.send_keys(text)
        for tag in (*OTHERS, "en"):
            self._choose(tag)
            wait(f"the phones don't go along to {tag}", lambda: self._spoken() == [tag] * 3)
            for field, text in fields.items():
                if field.get_property("value") != text:
                    raise Mismatch(f"what was typed is lost in {tag}")
        for field, text in fields.items():
            field.send_keys(Keys.BACKSPACE * len(text))
        self._choose("de")
        wait("the server isn't told", lambda: self._told() == ["de"] * 2)
        self._reload()
        wait("the language is forgotten", lambda: self._spoken() == ["de"] * 3)
        self._choose("en")
        wait("the phones don't go along", lambda: self._spoken() == ["en"] * 3)
        step("another language keeps what is typed, and is remembered")

    def _check_menus(self):
        english = {form for value in self.lists["en"].values() for form in wordlists.forms(value)}
        for tag in OTHERS:
            self._speak(tag)
            for name in ("attach", "more"):
                self._part(2, name).click()
                items = wait("the menu is empty", lambda: [
                    one.text for one in self.browser.find("[role=menuitem]")])
                if left := set(items) & (english - self.same[tag]):
                    raise Mismatch(f"English in a menu in {tag}: {sorted(left)!r}")
                self.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
        self._speak("en")
        step("menus too")

    def _check_own_language(self):
        """Ben's phone is Spanish, for him and for the bot; the page and Ada's stay English."""
        spanish, english = self.lists["es"], self.lists["en"]
        self._choose_own(2, "es")
        for _ in range(2):
            wait("Ben's phone isn't Spanish alone", lambda: self._spoken() == ["en", "en", "es"])
            wait("the server isn't told", lambda: self._told() == ["en", "es"])
            field = self._part(2, "composer")
            seen = (field.get_attribute("placeholder"), self._part(2, "send").get_attribute("title"),
                    self._part(1, "start").text, self.browser.find("#next-day")[0].text)
            if seen != (spanish["message"], spanish["send"], english["start"], english["nextDay"]):
                raise Mismatch(f"one Spanish phone: {seen!r}")
            self._reload()
        self._choose("de")
        wait("who has chosen doesn't keep it", lambda: self._spoken() == ["de", "de", "es"])
        self._choose("en")
        self._choose_own(2, "en")
        self._choose("de")
        wait("who has chosen goes along", lambda: self._spoken() == ["de", "de", "en"])
        self._speak("en")
        step("one phone is Spanish on an English page, and stays so")

    def _switch_on_a_fault(self):
        self.browser.find("[data-testid=faults-open]")[0].click()
        Select(self.browser.find("[data-testid=fault-kind]")[0]).select_by_value("lostPress")
        self.browser.find("[data-testid=fault-add]")[0].click()
        wait("no fault is listed", lambda: self.browser.find("[data-testid=fault-list] li"))
        self._close_faults()

    def _switch_off(self):
        self.browser.find("[data-testid=faults-open]")[0].click()
        self.browser.find("[data-testid=fault-clear]")[0].click()
        wait("the fault stays", lambda: not self.browser.find("[data-testid=fault-list] li"))
        self._close_faults()

    def _close_faults(self):
        self.browser.find("#faults button[value=close]")[0].click()
        wait("the dialog stays", lambda: not self.browser.find("#faults[open]"))

    def _part(self, number, test_id):
        return self.driver.find_element(
            By.CSS_SELECTOR, f"[data-testid=phone-{number}] [data-testid={test_id}]")

    def _choose(self, tag):
        Select(self.browser.find("[data-testid=page-language]")[0]).select_by_value(tag)

    def _choose_own(self, number, tag):
        Select(self._part(number, "person-language")).select_by_value(tag)

    def _spoken(self):
        """The languages of the page and of both phones."""
        return self.driver.execute_script(
            "return [document.documentElement, ...document.querySelectorAll('.phone')].map((one) => one.lang)")

    def _told(self):
        """What the server knows of the two people, and the bot is sent."""
        return self.driver.execute_async_script(TOLD)

    def _speak(self, tag):
        """The page, and the people on it, whatever they spoke before."""
        self._choose(tag)
        for number in (1, 2):
            self._choose_own(number, tag)
        wait(f"not everything speaks {tag}", lambda: self._spoken() == [tag] * 3)
        wait(f"the server isn't told {tag}", lambda: self._told() == [tag] * 2)

    def _reload(self):
        self.driver.refresh()
        wait("the phones are never filled", lambda: self.browser.find("#phones[data-version]"))
