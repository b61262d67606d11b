"""A headless browser with a folder, a clock and a microphone of its own."""

import json
import os
import tempfile

from selenium import webdriver
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By
from selenium.webdriver.chrome.service import Service

from phone import Mismatch, wait

MOST_PICTURE_BYTES = 300_000


class Browser:
    """A context manager; `zone` is where its pages believe to be."""

    def __init__(self, zone):
        self.folder = tempfile.TemporaryDirectory(prefix="talkaboutit-browser-")
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,800",
            "--hide-scrollbars", "--lang=en-GB", "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            # As at a desk: a pointer that can hover, and is precise.
            "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
            "--disable-background-networking", "--no-first-run",
            f"--user-data-dir={self.folder.name}/profile",
        ):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        environment = {**os.environ, "TZ": zone, "LANGUAGE": "en_GB"}
        self.driver = webdriver.Chrome(
            options=options, service=Service("/usr/bin/chromedriver", env=environment))
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(30)
        self.driver.execute_cdp_cmd("Emulation.setLocaleOverride", {"locale": "en-GB"})
        self.set_size(1280, 800)
        self.set_colours("light")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.folder.cleanup()

    def open(self, address):
        self.driver.get(address)
        wait("the phones never appear", lambda: len(self.find("[data-testid^=phone-]")) == 2)
        wait("the phones are never filled", lambda: self.find("#phones[data-version]"))

    def find(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def set_size(self, width, height, scale=1):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})
        wait("the size isn't taken", lambda: self.driver.execute_script("return innerWidth") == width)

    def show(self, number):
        """On a narrow screen, where there is room for one."""
        self.find(f"[data-testid=show-{number}]")[0].click()
        phone = self.find(f"[data-testid=phone-{number}]")[0]
        wait("the other phone isn't shown", phone.is_displayed)

    def set_colours(self, name):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": name},
                         {"name": "prefers-reduced-motion", "value": "reduce"}]})

    def next_day(self):
        button = self.find("[data-testid=next-day]")[0]
        day = self.find("[data-testid=today]")[0]
        before = day.text
        button.click()
        wait("the day isn't turned", lambda: day.text != before and button.is_enabled())

    def picture(self, path, width, height, colours, element=None):
        """Of the conversation's end, or of what begins with an element; nothing is focused, and
        everything is as before afterwards."""
        self.driver.execute_script("document.activeElement.blur()")
        pointer = ActionBuilder(self.driver)
        pointer.pointer_action.move_to_location(2, 2)
        pointer.perform()
        self.set_size(width, height)
        self.set_colours(colours)
        self.driver.execute_script(
            "for (const talk of document.querySelectorAll('.talk')) talk.scrollTop = talk.scrollHeight;"
            "arguments[0]?.scrollIntoView({block: 'start'});"
            "return document.fonts.ready.then(() => new Promise(requestAnimationFrame))", element)
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        self.driver.get_screenshot_as_file(path)
        size = os.path.getsize(path)
        if size >= MOST_PICTURE_BYTES:
            raise Mismatch(f"{os.path.basename(path)} has {size} bytes")
        self.set_size(1280, 800)
        self.set_colours("light")

    def screenshot(self):
        """A picture that outlives the test, for whoever looks for the mistake."""
        path = os.path.join(tempfile.mkdtemp(prefix="talkaboutit-screenshot-"), "page.png")
        self.driver.get_screenshot_as_file(path)
        return path

    def download(self, phone):
        """The files a phone holds, by their names, as a click on each brings them."""
        folder = os.path.join(self.folder.name, "downloads")
        os.makedirs(folder)
        self.driver.execute_cdp_cmd(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
        buttons = phone.element.find_elements(By.CSS_SELECTOR, "[data-testid=document]")
        for button in buttons:
            button.click()

        def arrived():
            names = os.listdir(folder)
            return len(names) == len(buttons) and not any("crdownload" in name for name in names) and names

        contents = {}
        for name in wait("the files aren't saved", arrived):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                contents[name] = file.read()
            if name.endswith(".json"):
                contents[name] = json.dumps(json.loads(contents[name]), ensure_ascii=False)
        return contents

    def complaints(self):
        """What the console holds that is wrong."""
        return [one["message"] for one in self.driver.get_log("browser")
                if one["level"] in ("SEVERE", "WARNING")]
