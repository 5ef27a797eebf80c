"""Serving: one process, a dozen threads, stopped politely."""

import gc
import logging
import os
import signal
import sys
import webbrowser
from dataclasses import replace
from threading import Event, Thread
from typing import Any, NoReturn

import click
from flask import Flask

from app.commands.failing import Failed, Wrong, in_words
from app.commands.opening import opened, settings
from app.config import Settings
from app.db import LOCAL_OWNER, db
from app.exchange.starter import create_starter
from app.language import gettext as _
from app.models import Workbook
from app.upkeep.bin import empty as empty_the_bin
from app.upkeep.daily import keep_daily
from app.upkeep.folder import only_one, served_by, serves_at
from app.web.request import IMPORT_BYTES

LARGEST = IMPORT_BYTES + 1_048_576  # bytes; what is larger than an import is never taken in
THREADS = 12  # eight may wait to write (app.dialect.WAITING); pages always find one of the others
LAST_COPY = 2  # seconds that an automatic copy under way may still take at the end
RUNNING = "Askback is running at "  # in every language: scripts wait for this line


@click.command("serve", help=_("Serve the workbooks, creating none."))
@click.option("--host", help=_("Address to listen on (default: 127.0.0.1)."))
@click.option("--port", type=click.IntRange(0, 65535), help=_("Port to listen on (default: 8765; 0: any free one)."))
@click.option("--no-browser", is_flag=True, help=_("Do not open the browser."))
def serve(host: str | None, port: int | None, no_browser: bool) -> None:
    made = settings()
    made = replace(made, host=host or made.host, port=made.port if port is None else port)
    _run(made, browser=not no_browser and sys.stdout.isatty(), first=False)


def open_or_serve() -> None:
    """Bare `askback`: open the one that runs, or serve; the very first time with the starter workbook."""
    made = settings()
    with in_words(made):
        other = served_by(made)
    if other and other.url:
        click.echo(_("Askback is running at %(url)s", url=other.url))
        _open(other.url)
        return
    _run(made, browser=True, first=True)


def _run(made: Settings, *, browser: bool, first: bool) -> None:
    if not made.is_private:
        raise Wrong(
            _(
                "There are no accounts yet, so Askback listens on this machine only: set ASKBACK_HOST to 127.0.0.1 "
                "and name no other ASKBACK_TRUSTED_HOSTS."
            )
        )
    with in_words(made), only_one(made), opened(made) as app:
        if first and db.session.query(Workbook).first() is None:
            create_starter(LOCAL_OWNER)
        empty_the_bin()
        db.session.remove()
        server = _listening(app, made)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _stop)
        host = f"[{made.host}]" if ":" in made.host else made.host
        url = f"http://{host}:{server.effective_port}/"
        serves_at(made, url)
        click.echo(RUNNING + url)
        sys.stdout.flush()
        if browser:
            _open(url)
        over = Event()
        copying = Thread(target=keep_daily, args=(made, over), daemon=True)
        copying.start()
        gc.freeze()  # what is loaded by now stays: no collection need look through it while a save waits
        server.run()
        over.set()
        copying.join(LAST_COPY)


def _listening(app: Flask, made: Settings) -> Any:
    """Waitress with its port open. It is loaded where it is used."""
    from waitress.server import create_server

    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a queued request is no news
    try:
        return create_server(
            app,
            host=made.host,
            port=made.port,
            threads=THREADS,
            ident=None,
            clear_untrusted_proxy_headers=True,
            max_request_body_size=LARGEST,
        )
    except OSError as problem:
        why = problem.strerror or problem
        raise Failed(
            _("Port %(port)s cannot be used (%(why)s): choose another with --port.", port=made.port, why=why)
        ) from None


def _stop(*_: object) -> NoReturn:
    raise SystemExit(0)


def _open(url: str) -> None:
    """Open the browser where there is a screen."""
    if sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        webbrowser.open(url)
