"""Which language a sheet is written in, as far as its letters tell; None rather than a guess. The pages use it for
`lang` attributes, so that Chinese and Japanese get their own glyphs."""

import re
from collections import Counter

_SCRIPTS = re.compile(
    "(?P<kana>[\u3041-\u30ff])|(?P<han>[\u3400-\u9fff])|(?P<hangul>[\uac00-\ud7a3])"
    "|(?P<arabic>[\u0620-\u064a])|(?P<hebrew>[\u05d0-\u05ea])|(?P<latin>[A-Za-z\u00c0-\u024f]+)"
)
_ALONE = {"kana": "ja", "hangul": "ko", "arabic": "ar", "hebrew": "he"}
# Characters of one of the two scripts only, among the most frequent ones of such sheets.
_TRADITIONAL = re.compile(
    "[們個來時會為說國學對發這裡後還過開關經長問題點業實現當機動電線車書話讓請誰麼嗎沒應該務團隊術驗師產資訊職責優勢]"
)
_SIMPLIFIED = re.compile(
    "[们个来时会为说国学对发这还过开关经长问题点业实现当机动电线车书话让请谁么吗没应该务团队术验师产资讯职责优势]"
)
_ENGLISH = {
    "the",
    "and",
    "of",
    "to",
    "in",
    "is",
    "are",
    "you",
    "your",
    "for",
    "with",
    "what",
    "how",
    "do",
    "does",
    "on",
}
_ENGLISH |= {"we", "they", "our", "this", "that", "have", "be", "as", "it", "at", "my", "their", "who", "from"}


def detect(text: str) -> str | None:
    """The BCP 47 tag of a text, None where nothing tells."""
    letters: Counter[str] = Counter()
    english = words = 0
    for found in _SCRIPTS.finditer(text):
        script = found.lastgroup or ""
        letters[script] += 1
        if script == "latin":
            words += 1
            english += found[0].lower() in _ENGLISH
    if not letters:
        return None
    # Two or three Han characters or kana say as much as a Latin word; a little kana among Han is Japanese.
    if letters["kana"] and letters["kana"] * 10 >= letters["han"]:
        return "ja" if letters["kana"] + letters["han"] >= words else _english(english, words)
    script, _ = letters.most_common(1)[0]
    if script == "han" or letters["han"] >= max(words, 1):
        return _chinese(text)
    return _ALONE.get(script) or _english(english, words)


def _english(english: int, words: int) -> str | None:
    return "en" if english and english * 20 >= words else None


def _chinese(text: str) -> str | None:
    traditional, simplified = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
    if traditional == simplified:
        return None
    return "zh-Hant" if traditional > simplified else "zh-Hans"
