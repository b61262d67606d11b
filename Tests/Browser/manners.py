"""What the page owes everyone: keys alone suffice, it is named for who can't see it, it fits a
narrow screen, reads well by day and night, and loads nothing from elsewhere."""

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from phone import Mismatch, wait

# Text and ground of what is read, as the browser computes them.
CONTRASTS = """
const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
const light = (colour) => {
  const [r, g, b] = rgb(colour).map((v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
  return .2126 * r + .7152 * g + .0722 * b;
};
const ground = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (rgb(colour)[3] !== 0 && colour.startsWith('rgb')) return colour;
  }
  return 'rgb(255, 255, 255)';
};
return [...document.querySelectorAll('.text, .facts, .key, .day, .name, .with, .note, .today, h1, button.quiet, .main')]
  .filter((element) => element.checkVisibility() && element.textContent.trim() !== '')
  .map((element) => {
    const [one, two] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    return [element.className || element.tagName, (one + .05) / (two + .05)];
  });
"""

WIDE = """
return [document.scrollingElement, ...document.querySelectorAll('main, .phone.shown, .phone.shown *')]
  .filter((one) => one.matches(':root, main, .talk, .line, header') && one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.getAttribute('class') || one.tagName);
"""
OUTSIDE = """
return [...document.querySelectorAll('.phone.shown *, .top *')].filter((one) => one.checkVisibility())
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1); })
  .map((one) => one.getAttribute('class') || one.tagName);
"""


def check_fits(browser):
    """Nothing of the phone that is shown has to be scrolled sideways."""
    if wide := browser.driver.execute_script(WIDE):
        raise Mismatch(f"wider than the screen: {sorted(set(wide))!r}")
    if outside := browser.driver.execute_script(OUTSIDE):
        raise Mismatch(f"outside of the screen: {sorted(set(outside))!r}")


class Manners:
    def __init__(self, browser):
        self.browser, self.driver = browser, browser.driver

    def check_before(self):
        self._check_keys_alone()

    def check_after(self, base):
        self._check_names()
        self._check_narrow()
        self._check_colours()
        self._check_nothing_from_elsewhere(base)
        complaints = self.browser.complaints()
        if complaints:
            raise Mismatch(f"the console complains: {complaints!r}")
        print("ok  the console is silent")

    def _check_keys_alone(self):
        """Ben's phone, without a pointer: to Start, then to the field; type, send."""
        phone = self.browser.find("[data-testid=phone-2]")[0]
        self._tab_to(phone.find_element(By.CSS_SELECTOR, "[data-testid=start]"))
        self._keys(Keys.ENTER)
        field = phone.find_element(By.CSS_SELECTOR, "[data-testid=composer]")
        wait("the field never appears", field.is_displayed)
        wait("the first answer never comes", lambda: phone.find_elements(By.CSS_SELECTOR, ".key"))
        self._tab_to(field)
        self._keys("/help", Keys.ENTER)
        wait("what was typed isn't sent", lambda: any(
            "/help" in one.text for one in phone.find_elements(By.CSS_SELECTOR, ".bubble.own")))
        wait("the focus leaves the field", lambda: self.driver.switch_to.active_element == field)
        ActionChains(self.driver).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        opener = phone.find_element(By.CSS_SELECTOR, "[data-testid=attach]")
        wait("backwards isn't attach", lambda: self.driver.switch_to.active_element == opener)
        self._keys(Keys.ENTER)
        wait("the menu isn't entered", lambda: self._role() == "menuitem")
        self._keys(Keys.ARROW_DOWN, Keys.ESCAPE)
        wait("the focus is lost", lambda: self.driver.switch_to.active_element == opener)
        print("ok  keys alone: start, type, send, open a menu and leave it")

    def _keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def _role(self):
        return self.driver.switch_to.active_element.get_attribute("role")

    def _tab_to(self, element):
        for _ in range(40):
            if self.driver.switch_to.active_element == element:
                return
            self._keys(Keys.TAB)
        raise Mismatch(f"Tab never comes to {element.get_attribute('data-testid')}")

    def _check_names(self):
        for phone in self.browser.find("[data-testid^=phone-]"):
            talk = phone.find_element(By.CSS_SELECTOR, ".talk")
            seen = (phone.aria_role, bool(phone.accessible_name), talk.aria_role, talk.accessible_name)
            if seen != ("region", True, "log", "Conversation"):
                raise Mismatch(f"roles: {seen!r}")
            if len(phone.find_elements(By.CSS_SELECTOR, "[role=status]")) < 2:
                raise Mismatch("what happens is not told to who can't see it")
        nameless = [
            one.get_attribute("outerHTML")[:80]
            for one in self.browser.find("button, textarea, input, select")
            if one.is_displayed() and not one.accessible_name]
        if nameless:
            raise Mismatch(f"without a name: {nameless!r}")
        print("ok  everything has a role and a name")

    def _check_narrow(self):
        self.browser.set_size(360, 740)
        for number in (1, 2):
            self.browser.show(number)
            check_fits(self.browser)
        self.browser.set_size(1280, 800)
        print("ok  360 px wide, nothing to scroll sideways")

    def _check_colours(self):
        grounds = {}
        for name in ("light", "dark"):
            self.browser.set_colours(name)
            grounds[name] = self.driver.execute_script("return getComputedStyle(document.body).backgroundColor")
            faint = sorted({(what, round(ratio, 2)) for what, ratio in self.driver.execute_script(CONTRASTS) if ratio < 4.5})
            if faint:
                raise Mismatch(f"faint in {name}: {faint!r}")
        if grounds["light"] == grounds["dark"]:
            raise Mismatch("dark is as light")
        button = self.browser.find("[data-testid=theme]")[0]
        button.click()
        wait("the light one can't be chosen", lambda: self.driver.execute_script(
            "return getComputedStyle(document.body).backgroundColor") == grounds["light"])
        button.click()
        button.click()
        self.browser.set_colours("light")
        print("ok  light and dark, and legible in both")

    def _check_nothing_from_elsewhere(self, base):
        addresses = self.driver.execute_script(
            "return performance.getEntries().map((one) => one.name).filter((name) => /^[a-z]+:/.test(name))")
        strange = [one for one in addresses if not one.startswith((f"{base}/", f"blob:{base}/"))]
        if strange or not addresses:
            raise Mismatch(f"loaded from elsewhere: {strange!r}")
        print("ok  nothing is loaded from elsewhere")
