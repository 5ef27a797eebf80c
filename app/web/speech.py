"""The language of a page: the person's choice on the page, else the setting, else what the browser asks for."""

from datetime import datetime, timedelta

from flask import Flask, request, session
from markupsafe import Markup

from app.config import Settings
from app.language import LANGUAGES, catalogue, closest, gettext, speak, spoken

NAMES = {"zh-Hans": "中文", "en": "English"}


def speak_the_persons_language(app: Flask, settings: Settings) -> None:
    """Choose the language before each request, and give templates their sentences."""

    @app.before_request
    def choose() -> None:
        chosen = session.get("language", settings.language)
        if chosen not in LANGUAGES:
            chosen = closest(*(wish for wish, weight in request.accept_languages if weight > 0))
        speak(chosen)

    app.jinja_env.globals.update(_=_say, ngettext=_say_number, spoken=spoken, language_names=NAMES)
    app.jinja_env.filters["moment"] = lambda instant, zone=None: moment(instant, zone or settings.time_zone)
    app.jinja_env.filters["span"] = span


def _say(message: str, **values: object) -> Markup:
    """A sentence for a template: ours is believed, what is filled in is escaped."""
    sentence = Markup(gettext(message))  # noqa: S704 -- from our own catalogue
    return sentence % values if values else sentence


def _say_number(one: str, many: str, n: int, **values: object) -> Markup:
    return Markup(catalogue(spoken()).ngettext(one, many, n)) % {"num": n, **values}  # noqa: S704 -- as above


def moment(instant: datetime, time_zone: str) -> str:
    """An instant as people write it, on the clock of `time_zone`: “Wed, Jun 3, 14:05”, “6月3日周三 14:05”."""
    # Babel is loaded where it is needed: most pages tell no time.
    from babel import Locale
    from babel.dates import format_skeleton, get_timezone

    zone, locale = get_timezone(time_zone), Locale.parse(spoken().replace("-", "_"))
    # No language has a skeleton for both together; how they are joined is the language's too.
    day, time = (format_skeleton(parts, instant, tzinfo=zone, locale=locale) for parts in ("MMMEd", "Hm"))
    return str(locale.datetime_formats["medium"]).replace("{1}", day).replace("{0}", time)


def span(time: timedelta) -> str:
    """How long a time is, as people say it: “3 hours”, “3小时”."""
    from babel.dates import format_timedelta

    return format_timedelta(time, locale=spoken().replace("-", "_"))
