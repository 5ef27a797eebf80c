"""The page that stands by itself: everything in it, escaped, and nothing that is fetched or run."""

import re
from html.parser import HTMLParser

from flask import Flask

from app.language import speak
from tests.exchange.books import as_html, imported, live, nested
from tests.markdown.samples import FOUNDING

EVIL = """# <script>alert(1)</script> & "co"

## <img src=x onerror=alert(1)>
**Company**: <b onclick=x>Acme</b>

## Questions to ask
1. <script src=//evil.example></script> [link](javascript:alert(1)) ![pic](https://evil.example/x.png)?

   <iframe src=//evil.example></iframe> {{ 7*7 }} </style>
2. [good](https://example.org/)?

## Positive signals
- [x] </li><style>*{display:none}</style>
"""


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Read:
    parser = _Read()
    parser.feed(page)
    return parser


def test_the_founding_sheet_reads_as_a_document(app: Flask) -> None:
    page = read(as_html(app, imported(app, ("sheet.md", FOUNDING))[0].workbook.id))
    assert page.tags.count("h1") == 1
    assert [tag for tag in page.tags if re.fullmatch("h[1-6]", tag)][:3] == ["h1", "h2", "h2"]
    assert page.tags.count("article") == 39
    words = " ".join(page.text.split())
    order = (
        "字节跳动",
        "📝 面试问题清单",
        "1. 目前AI网关",
        "39. 多模态AI能力",
        "正面信号",
        "团队对非算法背景",
        "中期目标",
    )
    places = [words.index(said, words.index("📋 岗位信息")) for said in order]
    assert places == sorted(places)


def test_it_tells_answers_marks_steps_and_rounds(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    page = as_html(app, uid)
    assert "<li>一条</li>" in page
    for said in ("说是两周", "一面", "Round 2 · Manager", "一面: Not seen", "原话：“没有”", "王 (工程师)", "15:30"):
        assert said in page
    assert re.search(r'depth-2"[^>]*><span class="box" role="img" aria-label="done">☑</span> 第一章', page)


def test_nothing_in_it_is_obeyed_or_fetched(app: Flask) -> None:
    page = as_html(app, imported(app, ("sheet.md", EVIL.encode()))[0].workbook.id)
    found = read(page)
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(found.tags)
    assert found.tags.count("style") == 1
    assert not [name for name, _value in found.attributes if name.startswith("on") or name in ("src", "style")]
    # A picture is a link, which is followed by nobody but the reader.
    links = [value for name, value in found.attributes if name == "href"]
    assert links == ["https://evil.example/x.png", "https://example.org/"]
    assert "<script>alert(1)</script>" in found.text
    assert "{{ 7*7 }}" in found.text
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "prefers-color-scheme: dark" in style
    assert "@media print" in style


def test_it_speaks_the_persons_language(app: Flask) -> None:
    uid = nested(app)
    live(app, uid)
    speak("zh-Hans")
    page = as_html(app, uid)
    assert '<html lang="zh-Hans">' in page
    assert "一面: 没看到" in page or "一面：没看到" in page
