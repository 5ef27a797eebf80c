"""Both languages are complete: what the sources say stands in the Chinese catalogue, and nothing is said past it."""

import ast
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from babel.messages.catalog import Message
from jinja2 import nodes

from app.language import LANGUAGES, catalogue
from app.web.speech import NAMES
from app.web.words import script_words
from tests.language import extract

ROOT = extract.ROOT
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
PYTHON = [file for file in sorted((ROOT / "app").rglob("*.py")) if "markdown" not in file.relative_to(ROOT).parts[:2]]
HELD = extract.read()
MESSAGES = [message for message in HELD if message.id]

# Names are the same in every language.
NAME = re.compile(
    r"“askback[^”]*”|--[a-z-]+|ASKBACK_[A-Z_]+|README|Askback|Markdown|JSON|PostgreSQL|SQLite|UTF-8|base64|NUL|MB|HR"
    r"|pg_dump|pg_restore|CSV|HTML|ZIP|PDF|RTF|Word|Excel|PowerPoint|Alt"
)
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|(?<!%)\{\w+(?:!r)?\}")
HAN = re.compile("[\u3400-\u9fff]")
WORDS = re.compile("(^|[A-Za-z]{2,}[,:]?) [A-Za-z]{2,}|[\u3400-\u9fff]")
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def one(text: object) -> str:
    """The first form of a sentence: the whole of it, or what is said of one thing."""
    return str(text[0] if isinstance(text, (list, tuple)) else text)


def forms(text: object) -> tuple[str, ...]:
    """All forms of a sentence."""
    return tuple(map(str, text)) if isinstance(text, (list, tuple)) else (str(text),)


def spoken_chinese(message: Message) -> str:
    """A translation without its placeholders and names."""
    return NAME.sub("", PLACEHOLDER.sub("", one(message.string)))


TRANSLATED = [message for message in MESSAGES if all(forms(message.string))]
each_message = pytest.mark.parametrize("message", TRANSLATED, ids=lambda message: one(message.id)[:60])


def test_every_sentence_has_a_chinese_one() -> None:
    held = {one(message.id): message for message in MESSAGES}
    lacking = [
        f"{file}:{line}: {one(key)}"
        for file, line, key in extract.sources()
        if one(key) not in held or not all(forms(held[one(key)].string)) or held[one(key)].fuzzy
    ]
    assert not lacking, "`make words` lists these, for translation:\n" + "\n".join(lacking)


def test_the_catalogue_holds_only_what_is_said() -> None:
    said = {one(key) for _file, _line, key in extract.sources()}
    assert {one(message.id) for message in MESSAGES} <= said, "run `make words`"


def test_the_catalogue_is_written_as_make_words_writes_it() -> None:
    assert extract.CATALOGUE.read_bytes() == extract.written(extract.updated(extract.read(), extract.template()))


def test_the_catalogue_names_no_person_no_address_and_no_day() -> None:
    text = extract.CATALOGUE.read_text(encoding="utf-8")
    assert not re.search(
        r"[\w.]+@[\w.]+\w|Last-Translator|Language-Team|Revision-Date|Creation-Date|Generated-By", text
    )


def test_make_words_keeps_translations_adds_new_sentences_and_drops_old_ones(tmp_path: Path) -> None:
    (tmp_path / "app").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "app" / "a.py").write_text("from x import gettext as _\n_('Save')\n_('A new %(thing)s', thing=1)\n")
    (tmp_path / "templates" / "a.html").write_text("{{ ngettext('%(num)s round', '%(num)s rounds', 2) }}")
    found = extract.updated(extract.read(), extract.template(tmp_path))
    assert {one(m.id): m.string or "" for m in found if m.id} == {
        "Save": "保存",
        "A new %(thing)s": "",
        "%(num)s round": ("%(num)s 轮面试",),
    }
    assert extract.written(found) == extract.written(found)


@each_message
def test_placeholders_are_the_same_in_both_languages(message: Message) -> None:
    wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
    assert {name for form in forms(message.string) for name in PLACEHOLDER.findall(form)} == wanted
    values = dict.fromkeys(re.findall(r"%\((\w+)\)", forms(message.id)[-1]), "x")
    if values:  # without any, a Python sentence is not filled in, and a template's is
        assert all(form % values for form in (*forms(message.id), *forms(message.string)))
    else:
        assert "%" not in "".join((*forms(message.id), *forms(message.string)))


@each_message
def test_english_is_english_and_chinese_is_chinese(message: Message) -> None:
    assert not CHINESE.search("".join(forms(message.id)))
    left = spoken_chinese(message)
    assert not re.search("[A-Za-z]{2,}", left), f"left in English: {left}"
    assert HAN.search(left) or not re.search(r"[A-Za-z]", spoken_english(message)), "left as it is"


def spoken_english(message: Message) -> str:
    return NAME.sub("", PLACEHOLDER.sub("", one(message.id))) if "Askback" not in one(message.id) else "Askback"


@each_message
def test_chinese_is_written_with_its_own_punctuation(message: Message) -> None:
    text = one(message.string)
    assert not re.search(
        r"[\u3400-\u9fff”][,;:?!.]|[\u3400-\u9fff] ?[()]|[「」『』\"']|\.\.\.| [，。；：？！（）“”]", text
    )
    beside = PLACEHOLDER.sub("", text)
    assert not re.search("[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]", beside), "a space stands between"
    assert text.count("“") == text.count("”")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_can_choose_each_language_by_its_own_name(language: str) -> None:
    assert NAMES[language]
    assert catalogue(language).gettext("Save") == {"en": "Save", "zh-Hans": "保存"}[language]


class Texts(HTMLParser):
    """The words of a page's own markup: text, and what is read aloud or shown of attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [v or "" for name, v in attrs if name in ("aria-label", "placeholder", "title", "alt", "content")]


def hard_coded(template: str) -> list[str]:
    """Texts of a template that stand in no `_()`."""
    markup = re.sub(r"(</?)\{\{.*?\}\}", r"\1p", template)  # a tag whose name is computed
    markup = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", markup, flags=re.DOTALL)
    texts = Texts()
    texts.feed(markup)
    return [text.strip() for text in texts.found if re.search(r"[^\W\d_]", NAME.sub("", text))]


def sentences_in(tree: nodes.Node) -> Iterator[str]:
    """Strings in a template's expressions that begin as a sentence or a label does, outside `_()`."""
    if isinstance(tree, nodes.Call) and isinstance(tree.node, nodes.Name) and tree.node.name in ("_", "ngettext"):
        return
    if isinstance(tree, nodes.Const) and isinstance(tree.value, str) and re.match("[A-Z“\u3400-\u9fff]", tree.value):
        yield tree.value
    for child in tree.iter_child_nodes():
        yield from sentences_in(child)


@pytest.mark.parametrize("file", TEMPLATES, ids=name_of)
def test_a_template_says_nothing_past_the_catalogue(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    harmless = {"width=device-width, initial-scale=1", "light dark", "same-origin"}
    assert [text for text in hard_coded(source) if text not in harmless] == []
    tree = jinja2.Environment(extensions=["jinja2.ext.i18n"]).parse(source)
    assert [text for text in sentences_in(tree) if NAME.sub("", text) not in ("", "GET", "POST")] == []


def test_hard_coded_text_would_be_noticed() -> None:
    assert hard_coded('<p title="Hi">{{ _("Yes") }} · 3 / 4 <b>No {# no #}</b><a aria-label="好"></a>Markdown') == [
        "Hi",
        "No",
        "好",
    ]
    assert list(sentences_in(jinja2.Environment().parse("{{ x('Go', _('Yes'), 'button small') }}"))) == ["Go"]


def said_past(tree: ast.AST, everything: bool) -> Iterator[str]:
    """What code says to a person without `_()`: literals with words in what tells or refuses, or in `everything`."""
    tells = {
        "echo",
        "secho",
        "Wrong",
        "Failed",
        "BadFile",
        "UsageError",
        "ClickException",
        "option",
        "command",
        "group",
    }
    tells |= {"BadRequest", "Forbidden", "NotFound", "UnprocessableEntity", "RequestEntityTooLarge", "Gone", "abort"}
    for node in ast.walk(tree):
        if (everything and isinstance(node, ast.JoinedStr)) or (isinstance(node, ast.Call) and called(node) in tells):
            given = ast.iter_child_nodes(node)
            yield from (text for part in given for text in literals(part) if WORDS.search(text))


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", "") or getattr(node.func, "id", "")


def literals(node: ast.AST) -> Iterable[str]:
    if isinstance(node, ast.Call) and called(node) in ("_", "gettext", "ngettext"):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from literals(child)


@pytest.mark.parametrize("file", PYTHON, ids=name_of)
def test_code_says_nothing_past_the_catalogue(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    assert list(said_past(tree, everything="commands" in file.parts)) == []


def test_scripts_take_every_sentence_from_the_page() -> None:
    words = set(re.findall(r'"(\w+)":', script_words("en")))
    code = "\n".join(re.sub(r"/\*[\s\S]*?\*/|//.*", "", file.read_text(encoding="utf-8")) for file in SCRIPTS)
    literal = set(re.findall(r'"(\w+)"', code))  # a state of a form is its word, too
    asked = {name for call in re.findall(r"\bword\(([^()]*)", code) for name in re.findall(r'"(\w+)"', call)}
    assert asked <= words, "these have no sentence"
    assert words <= literal, "no script says these"
    assert not re.findall(r'["`](?:[A-Z][a-z]+ [^"`]*|[^"`]*[\u3400-\u9fff][^"`]*)["`]', code)
