"""Which language is spoken, and its sentences: zh-Hans and English, each complete.

English sentences stand in the code and are the keys; the Chinese ones in translations/. The catalogue is
read from its source at the first use, so that nothing compiled has to be kept beside it.
"""

import gettext as stdlib
import io
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("zh-Hans", "en")
FOLDER = Path(__file__).parent / "translations"

_spoken: ContextVar[str] = ContextVar("language", default="en")


def speak(language: str) -> None:
    """From here on (in this request, in this command) sentences are in `language`."""
    _spoken.set(language)


def spoken() -> str:
    """The language sentences are in just now."""
    return _spoken.get()


def closest(*wishes: str | None) -> str:
    """The language we speak that fits the first wish of ours; English where none does."""
    for wish in wishes:
        name = (wish or "").replace("_", "-").casefold()
        if name.startswith("zh"):
            return "zh-Hans"
        if name.startswith("en"):
            return "en"
    return "en"


def gettext(message: str, **values: object) -> str:
    """`message` in the language spoken, with its %(names)s filled in."""
    return _with(catalogue(spoken()).gettext(message), values)


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """The sentence for `n` things; `%(num)s` is the number."""
    return _with(catalogue(spoken()).ngettext(one, many, n), {"num": n, **values})


@cache
def catalogue(language: str) -> stdlib.NullTranslations:
    """The sentences of `language`."""
    if language == "en":
        return stdlib.NullTranslations()
    # Babel is loaded where it is needed: English alone does without it.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (FOLDER / language.replace("-", "_") / "LC_MESSAGES" / "messages.po").open("rb") as file:
        sentences = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, sentences)
    compiled.seek(0)
    return stdlib.GNUTranslations(compiled)


def _with(sentence: str, values: dict[str, object]) -> str:
    return sentence % values if values else sentence
