"""The static files: read once, named by a digest of all of them, so that a browser keeps them for good.

Below one digest relative imports of scripts stay right. Stylesheets are joined into the one that asks for
them: eight requests become one, and nobody has to build anything.
"""

import gzip
import hashlib
import json
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, request, session

from app.language import LANGUAGES
from app.web.words import script_words, sources

_IMPORT = re.compile(r'@import "([\w.-]+)";')
WORKER = "js/service-worker.js"
WORDS = {f"words/{language}.js": language for language in LANGUAGES}
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class StaticFile:
    """One file as it is sent, plain and compressed."""

    body: bytes
    compressed: bytes
    type: str


def serve_files(app: Flask, folder: Path) -> None:
    """Serve `folder` below /static/<digest>/ and give templates `static('js/main.js')`."""
    files = {path.relative_to(folder).as_posix(): _read(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    said = b"".join(path.read_bytes() for path in sources())
    digest = hashlib.sha256(b"".join(name.encode() + file.body for name, file in files.items()) + said).hexdigest()[:16]

    @app.get("/static/<which>/<path:name>")
    def static_file(which: str, name: str) -> Response:
        if name in WORDS and name not in files:
            files[name] = _packed(script_words(WORDS[name]).encode("utf-8"), ".js")
        file = files.get(name) if which == digest else None
        if file is None:
            abort(404)
        session.accessed = False  # a file is the same for everybody, whatever their cookies
        packed = request.accept_encodings.quality("gzip") > 0
        response = Response(file.compressed if packed else file.body, content_type=file.type)
        if packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response

    @app.get("/service-worker.js")
    def service_worker() -> Response:
        # At the root, for a worker sees only what lies below its own address; another digest makes it another worker.
        names = sorted({*files, *WORDS} - {WORKER})
        head = f"const DIGEST = {json.dumps(digest)}, FILES = {json.dumps([f'/static/{digest}/{n}' for n in names])};\n"
        session.accessed = False
        return Response(head.encode() + files[WORKER].body, content_type=files[WORKER].type)

    app.jinja_env.globals["static"] = lambda name: f"/static/{digest}/{name}"


def _read(path: Path) -> StaticFile:
    body = path.read_bytes()
    if path.suffix == ".css":
        body = _IMPORT.sub(lambda m: (path.parent / m[1]).read_text("utf-8"), body.decode("utf-8")).encode("utf-8")
    return _packed(body, path.suffix)


def _packed(body: bytes, suffix: str) -> StaticFile:
    kind = _TYPES.get(suffix) or mimetypes.guess_type(f"a{suffix}")[0] or "application/octet-stream"
    return StaticFile(body, gzip.compress(body, 9, mtime=0), kind if suffix == ".png" else f"{kind}; charset=utf-8")
