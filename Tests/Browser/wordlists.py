"""The page's lists of words: whether each language has the same ones, and the page uses them."""

import re

from phone import Mismatch

# What is written as in English, by its key.
SAME = {
    "es": {"sticker", "video", "bytes", "megabytes"},
    "de": {"name", "sticker", "video", "animation", "megabytes"},
}

READ = """
const done = arguments[arguments.length - 1];
const names = performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)
  .filter((path) => path.endsWith('.js'));
const tags = ['en', 'es', 'de'];
Promise.all([
  Promise.all(tags.map(async (tag) => [tag, (await import(`${location.origin}/words-${tag}.js`)).default])),
  Promise.all(['/', ...new Set(names)].filter((path) => !path.startsWith('/words-'))
    .map(async (path) => (await fetch(path)).text())),
]).then(([lists, sources]) => done({
  lists: Object.fromEntries(lists), source: sources.join('\\n'),
  forms: Object.fromEntries(tags.map((tag) => [tag, new Intl.PluralRules(tag).resolvedOptions().pluralCategories])),
}), (error) => done({error: String(error)}));
"""


def read(driver):
    """The lists by their languages, what else the page is made of, and the plurals there are."""
    answer = driver.execute_async_script(READ)
    if "error" in answer:
        raise Mismatch(f"the lists of words can't be read: {answer['error']}")
    return answer


def forms(value):
    return list(value.values()) if isinstance(value, dict) else [value]


def slots(value):
    return {slot for form in forms(value) for slot in re.findall(r"\{(\w+)\}", form)}


def check(answer):
    lists, source = answer["lists"], answer["source"]
    english = lists["en"]
    for tag, words in lists.items():
        if lacking := set(english) ^ set(words):
            raise Mismatch(f"not in every language: {sorted(lacking)!r} ({tag})")
        for key, value in words.items():
            if not all(form.strip() for form in forms(value)):
                raise Mismatch(f"{key} says nothing in {tag}")
            if slots(value) != slots(english[key]):
                raise Mismatch(f"{key} has other slots in {tag}: {value!r}")
            if isinstance(value, dict) and not {"other"} <= set(value) <= set(answer["forms"][tag]):
                raise Mismatch(f"{key} has other plurals than {tag}: {sorted(value)!r}")
        if tag == "en":
            continue
        same = {key for key in words if words[key] == english[key]}
        if same != SAME[tag]:
            raise Mismatch(f"as in English, or not any more, in {tag}: {sorted(same ^ SAME[tag])!r}")
    if unused := sorted(key for key in english if f'"{key}"' not in source):
        raise Mismatch(f"no part of the page says {unused!r}")
    asked = set(re.findall(r'words\("(\w+)"|data-(?:words|label)="(\w+)"', source))
    if unknown := sorted({key for pair in asked for key in pair if key} - set(english)):
        raise Mismatch(f"there are no words for {unknown!r}")
