"""The sentences that code and templates say, and the Chinese catalogue brought up to them (`make words`).

Babel's own extractor reads the sources, so that what it finds is what gettext is asked for at run time. The
catalogue is written sorted, without dates, addresses or line numbers: it changes only where a sentence does.
Nothing is guessed: a new sentence comes empty, for somebody to translate; what no source says any more is dropped.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from app.language import FOLDER

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = FOLDER / "zh_Hans" / "LC_MESSAGES" / "messages.po"
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
# As app.web.speech and app.web.templates set Jinja up; a template that cannot be read is an error.
OPTIONS = {"**.html": {"silent": "false", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}}
HEADER = """\
# The Chinese sentences. The English ones in app/ and templates/ are the keys; `make words` brings this file up to them.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: zh_Hans\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""

Key = str | tuple[str, ...]


def sources(root: Path = ROOT) -> Iterator[tuple[str, int, Key]]:
    """Each sentence said below `root`: the file (from `root`), the line, the key (a pair where it counts things)."""
    for folder in ("app", "templates"):
        for file, line, key, _comments, _context in extract_from_dir(root / folder, METHODS, OPTIONS, KEYWORDS):
            yield f"{folder}/{file}", line, key


def template(root: Path = ROOT) -> Catalog:
    """A catalogue of every sentence said, without translations."""
    said = Catalog()
    for _file, _line, key in sources(root):
        said.add(key)
    return said


def read(file: Path = CATALOGUE) -> Catalog:
    """The catalogue as it lies on disk."""
    with file.open("rb") as opened:
        return read_po(opened)


def updated(held: Catalog, said: Catalog) -> Catalog:
    """`held` with every sentence of `said` and no other; its translations stay."""
    held.update(said, no_fuzzy_matching=True)
    held.obsolete.clear()
    return held


def written(catalogue: Catalog) -> bytes:
    """The file of a catalogue: the same bytes for the same sentences."""
    out = BytesIO()
    write_po(out, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return HEADER.encode() + out.getvalue().strip() + b"\n"


def main() -> None:
    """Bring the catalogue up to the sources, and list the sentences that wait for their translation."""
    catalogue = updated(read(), template())
    CATALOGUE.write_bytes(written(catalogue))
    waiting = {message.id for message in catalogue if message.id and not any(message.string or ())}
    for file, line, key in sources():
        if key in waiting:
            sys.stdout.write(f"{file}:{line}: {key}\n")


if __name__ == "__main__":
    main()
