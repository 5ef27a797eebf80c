"""Safety from the first page on (reliability.md, section 2).

Without a login any web page the person visits can reach the port of this machine. So the Host is looked at
before anything else, then where an unsafe request came from, then its token.
"""

import re
import secrets
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, Request, Response, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_wtf import CSRFProtect
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import Forbidden

from app.config import LOOPBACK, Settings
from app.language import gettext as _
from app.web.request import check_form, limit_size

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = [
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    # Under `no-referrer` browsers send `Origin: null` with a form of our own, and it would be refused.
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
]
NOT_KEPT = ("Cache-Control", "no-cache, private")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/\[\]]+)(?::[0-9]{1,5})?")
SAFE = ("GET", "HEAD", "OPTIONS")


class LastingSession(SecureCookieSession):
    """The token lives as long as the session, and the session as long as the browser keeps cookies."""

    @property
    def permanent(self) -> bool:
        return True

    @permanent.setter
    def permanent(self, value: bool) -> None:
        raise AttributeError("every session lasts")


class LastingSessions(SecureCookieSessionInterface):
    """One signer for all requests: to make one costs more than to check a signature with it."""

    session_class = LastingSession

    def __init__(self) -> None:
        self.get_signing_serializer = cache(super().get_signing_serializer)  # type: ignore[method-assign]


def protect(app: Flask, settings: Settings) -> None:
    """Put the checks before every request of `app`, and the headers on every response."""
    app.session_interface = LastingSessions()

    @app.before_request
    def check_change() -> None:
        asked: Request = request._get_current_object()  # type: ignore[attr-defined]
        if asked.method in SAFE:
            return
        if not is_same_origin(asked):
            raise Forbidden(_("This request came from another site, so nothing was changed."))
        limit_size(asked)
        if asked.endpoint is not None:
            check_form(asked)

    CSRFProtect(app)
    app.context_processor(lambda: {"csrf_token": session_token})
    app.wsgi_app = guarded(app.wsgi_app, trusted_hosts(settings))  # type: ignore[assignment, method-assign]


def guarded(wsgi_app: WSGIApplication, trusted: frozenset[str]) -> WSGIApplication:
    """`wsgi_app` for trusted Hosts alone, and on every response HEADERS; none is kept but where it says for how long.

    Around Flask, so before everything else, and where headers are a plain list: to add each by name took as long as a
    statement.
    """
    refused = Response(status=403)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], failed: Any = None) -> Callable[[bytes], object]:
            kept = [] if "Cache-Control" in dict(headers) else [NOT_KEPT]
            return start_response(status, headers + HEADERS + kept, failed)

        asked = is_trusted(environ.get("HTTP_HOST", ""), trusted)
        return (wsgi_app if asked else refused)(environ, start)

    return answer


def session_token() -> str:
    """The token of this session. Flask-WTF would make one of 40 characters, and the sheet has it in 60 forms."""
    session.setdefault("csrf_token", secrets.token_urlsafe(12))
    return str(generate_csrf())


def trusted_hosts(settings: Settings) -> frozenset[str]:
    """The Host headers that are answered: loopback names and trusted ones with any port, the bound address with its."""
    names = map(_written, (*LOOPBACK, *settings.trusted_hosts))
    return frozenset((*names, f"{_written(settings.host)}:{settings.port}"))


def is_trusted(host: str, trusted: frozenset[str]) -> bool:
    """Whether a Host header is one of ours. Loopback names may carry any port: forwarded ports are common."""
    found = _HOST.fullmatch(host.lower())
    return found is not None and (found[1] in trusted or found[0] in trusted)


def _written(name: str) -> str:
    """A name or address as a Host header has it: an IPv6 address in brackets."""
    bare = name.lower()
    return f"[{bare}]" if bare.count(":") > 1 and not bare.startswith("[") else bare


def is_same_origin(asked: Request) -> bool:
    """Whether what the browser says of the sender, where it says anything, is ourselves."""
    said = asked.environ
    if said.get("HTTP_SEC_FETCH_SITE", "same-origin") not in ("same-origin", "none"):
        return False
    host = said["HTTP_HOST"].lower()
    origin = said.get("HTTP_ORIGIN")
    return origin is None or origin.lower() in (f"http://{host}", f"https://{host}")
