"""A picture of the bot's in the chat: drawn, told to who can't see it, and fit for a phone."""

import os

from manners import check_fits
from phone import Mismatch, wait
from two import step

# The newest one of a phone.
PHOTO = "[...arguments[0].querySelectorAll('[data-testid=photo]')].at(-1)"


def picture_of(two, phone, title):
    """Waits for the next picture and until it is drawn; returns what is said of it."""
    two.sees(phone, "a picture", lambda message: message["photo"])
    newest = f"const image = {PHOTO}.querySelector('img');"
    wait("the picture isn't drawn", lambda: two.browser.driver.execute_script(
        f"{newest} return image.complete && image.naturalWidth >= 400 && image.naturalHeight >= 200",
        phone.element))
    alt, text = two.browser.driver.execute_script(
        f"{newest} return [image.alt, image.closest('.bubble').querySelector('.text').textContent]",
        phone.element)
    if not alt.startswith(title) or len(alt.splitlines()) < 3:
        raise Mismatch(f"the picture says of itself {alt!r}")
    if alt != text:
        raise Mismatch(f"below the picture stands {text!r}, but it says {alt!r}")
    step(f"{phone.name}'s picture is drawn, and has words for who can't see it")
    return alt


def look_at(two, pictures):
    """The newest picture of each on a narrow screen, by day and night, small and grown."""
    driver = two.browser.driver
    two.browser.set_size(360, 740)
    for colours in ("light", "dark"):
        two.browser.set_colours(colours)
        for number, phone in ((1, two.ada), (2, two.ben)):
            two.browser.show(number)
            photo = driver.execute_script(f"return {PHOTO}", phone.element)
            for expanded in ("false", "true", "false"):
                if photo.get_attribute("aria-expanded") != expanded:
                    photo.click()
                wait("the picture doesn't grow", lambda: photo.get_attribute("aria-expanded") == expanded)
                check_fits(two.browser)
                check_seen(driver, photo)
    two.browser.show(1)
    two.browser.set_size(1280, 800)
    two.browser.set_colours("light")
    step("360 px wide, light and dark, the picture fits")
    if pictures:
        bubble = driver.execute_script(f"return {PHOTO}.closest('.bubble')", two.ada.element)
        for name, colours in (("picture-phone", "light"), ("picture-phone-dark", "dark")):
            two.browser.picture(
                os.path.join(pictures, f"{name}.png"), 360, 740, colours, bubble)
        step("the pictures are made")


def check_seen(driver, photo):
    """It is as wide as a picture should be, and not pulled out of shape."""
    width, height, ratio = driver.execute_script(
        "const image = arguments[0].querySelector('img'), box = image.getBoundingClientRect();"
        "return [box.width, box.height, image.naturalWidth / image.naturalHeight]", photo)
    if not 150 <= width <= 360 or abs(width / height - ratio) > 0.02:
        raise Mismatch(f"the picture is {width} by {height}, not {ratio} times as wide as high")
