"""The sentences that scripts say. Each language is a static file of its own, so that no page has to carry them."""

import json
from functools import cache
from pathlib import Path

from app.language import FOLDER, speak, spoken
from app.language import gettext as _


def sources() -> list[Path]:
    """The files that these sentences come from."""
    return [Path(__file__), *sorted(FOLDER.rglob("*.po"))]


@cache
def script_words(language: str) -> str:
    """The module that static/js/status.js takes its sentences from; made when first asked for, as catalogues are."""
    before = spoken()
    speak(language)
    try:
        return f"export default {json.dumps(_words(), ensure_ascii=False)};\n"
    finally:
        speak(before)


def _words() -> dict[str, str]:
    return {
        "editing": _("Writing…"),
        "saving": _("Saving…"),
        "saved": _("Saved {time}"),
        "kept": _("Kept on this device only; it is sent as soon as Askback answers."),
        "not_kept": _(
            "Not saved: no connection, and this device keeps nothing. "
            "The text is only in this box; leave the page open."
        ),
        "conflict": _("Another text was saved here in the meantime. Both are shown; choose one."),
        "conflict_reload": _(
            "Another text was saved here in the meantime. Reload the page to see both; yours is kept on this device."
        ),
        "refused": _("Not saved: it was refused. Your text is still in the box."),
        "signed_out": _("Not saved: please sign in again. Your text is kept on this device."),
        "two_texts": _("Two texts"),
        "theirs": _("Saved elsewhere:"),
        "mine": _("Your text, set aside:"),
        "keep_mine": _("Keep mine"),
        "take_theirs": _("Take the other"),
        "join": _("Both in one"),
        "joined": _("Both texts are in the box."),
        "taken": _("The other text is in the box."),
        "undo": _("Undo"),
        "empty_text": _("(empty)"),
        "not_reached": _("Askback did not answer. Nothing was changed; try again."),
        "sending": _("Sending the files…"),
        "reading": _("Reading them…"),
        "too_large": _("This is over 10 MB, the limit for an import. Nothing was changed."),
        "decided": _("This was decided on another page; your text is in the history."),
        "waiting": _("On this device only: {count}"),
        "waits": _("Is sent as soon as Askback answers"),
        "try_again": _("Try again"),
        "discard": _("Discard"),
        "discarded": _("Discarded"),
        "ticked": _("Ticked"),
        "unticked": _("Not ticked"),
        "new_round": _("New round"),
        "new_question": _("New question"),
        "copied": _("Copied"),
        "minutes_left": _("{count} min left"),
        "minutes_over": _("{count} min over"),
        "offline": _("No network. What you write is kept here and sent later."),
        "forget_all": _("Forget them too"),
        "only_here": _("On this device only, and lost if it is forgotten: {count}"),
        "forgotten": _("This device keeps nothing of Askback any more."),
        "left": _("Changes from other pages, kept on this device only: {count}"),
    }
