"""Who asks, as a title says it in words nobody has listed: somebody, how likely or how willing, and a word of asking
(`主任八成会追问我的`, `What the partners are going to ask`). The parts are data (`words.toml`, [asking])."""

import re

from .sheet import Direction

_LONGEST = 60
_ONESELF = re.compile(r"(?:我|我方|我们|咱|咱们|俺|本人|我自己|自己)$")
_TOWARDS = re.compile(r"(?:向|跟|和|(?<!留)给|对(?!方)|同|找)(?P<whom>(?:对方|[^向跟和给对同找])+)$")
_FILLING = re.compile(r"(?:的|都|也|还|又|所|最|就|方面)+$")


class Asking:
    """The patterns, made of the lists of words once."""

    def __init__(self, parts: dict[str, list[str]]) -> None:
        some = {name: "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for name, words in parts.items()}
        modal = rf"(?:(?:{some['likely']}|{some['willing']}))*"
        self._han = re.compile(rf"(?P<who>.*?)(?P<how>{modal}的?)(?P<verb>{'|'.join(parts['verbs'])})(?P<whom>.*)")
        self._likely = re.compile(some["likely"])
        self._asking = re.compile(rf"(?:问|\basks?)(?: ?(?:{some['whom']}))?$")
        self.matters = frozenset(parts["matters"])
        self._person = re.compile(rf"(?:{some['people']})$")
        self._wonders = re.compile(
            rf"(?:{some['people']})(?:{some['likely']}|[也还都最])*(?:想|要|关心|好奇)(?:知道|了解|听|看|什么|的|$)"
        )
        self._posed = re.compile(
            rf"[^问给向跟我请想要]*(?:{some['people']})的(?:常见|高频|典型|惯常|{some['likely']}|的)*(?:提问|追问|问题)$"
        )
        self._met = re.compile(rf"[面试考].*?(?:{some['likely']})(?:碰到|遇到|抽到|出现|碰上|遇上)")
        self._learns = re.compile(rf"[向跟找](?P<whom>\S[^的]{{0,12}}?) ?(?:{some['learns']})")
        third = rf"(?:{some['they']}|(?:the|my|our|any|every|most) (?!{some['things']})[a-z]+(?: [a-z]+)?)"
        how = rf"(?:'ll|'d|'re|'s)?(?: (?:{some['modals']}))*"
        asks = rf"(?:{some['asks']})(?! if (?:i|we)\b| for\b)"
        at_me = rf"(?:{some['asks']}|{some['tries']})"
        self._mine = re.compile(
            rf"\b(?:i|we){how} (?:{some['asks']})\b|\bfor (?:me|us) to (?:{some['asks']})\b"
            r"|^ask (?!me\b|for\b|yourself)"
        )
        anybody = rf"(?<!')(?!(?:i|we|you|to|{some['modals']})\b)[a-z]+(?: (?:{some['modals']}))+"
        self._theirs = re.compile(
            rf"\b(?:{third}{how}|{anybody}) {asks}\b|\bfor (?!me\b|us\b)[a-z ]+? to {asks}\b|\b{at_me} me\b"
            rf"|\b{third}(?:'ll|'d)?(?: (?:{some['modals']}))+ (?:know|hear|find out)\b"
            rf"|\b{anybody} (?:know|hear|see|find out)\b|(?<!over )(?<!it )\b(?:at|to|of) me$"
            rf"|\b(?:be|get|got|being|getting) (?:asked|grilled|quizzed|tested|questioned)\b"
            rf"|\bquestions? (?:that )?i{how} (?:get|face|expect|dread|fear|answer|hear)\b|\bquestions from (?!me\b)"
        )

    def ends_asking(self, shown: str) -> bool:
        """Whether a title, written as phrases are, ends with a word of asking or with who is asked."""
        return bool(self._asking.search(shown))

    def who(self, shown: str) -> Direction | None:
        """Who asks by this title, written as phrases are; None where it does not say, or says both."""
        if len(shown) > _LONGEST:
            return None
        if self._posed.match(shown):
            return "answer"
        if found := self._han.match(shown):
            return self._in_chinese(found["who"], found["how"], found["verb"], found["whom"])
        if self._met.search(shown) or self._wonders.search(shown):
            return "answer"
        if found := self._learns.search(shown):
            return "answer" if found["whom"].startswith("我") else "ask"
        mine, theirs = self._mine.search(shown), self._theirs.search(shown)
        if bool(mine) is bool(theirs):
            return None
        return "ask" if mine else "answer"

    def _in_chinese(self, who: str, how: str, verb: str, whom: str) -> Direction | None:
        """Who is asked says it first, then who asks; where nobody is named, what is likely comes from them and what
        is wanted from oneself. Only they examine."""
        likely = bool(self._likely.search(how))
        examines = verb.startswith(("考", "抽", "拷", "刁"))
        who = _FILLING.sub("", who.rstrip())
        oneself = bool(_ONESELF.search(who))
        if whom.lstrip("到起").startswith("我"):
            return None if oneself else "answer"
        if who.endswith("被") or ((towards := _TOWARDS.search(who)) and towards["whom"].strip().startswith("我")):
            return "answer"
        if oneself or (towards and not likely):
            return None if examines else "ask"
        if self._person.search(who) or (likely and not self._willing(how)):
            return "answer"
        if examines or not who + how + whom:
            return None
        if not who and not how:
            return "ask" if verb == "问" and whom and whom[0] not in "的答过" else None
        return "ask" if self._willing(how) and not likely else None

    def _willing(self, how: str) -> bool:
        """Whether what stands before the word of asking is more than a guess."""
        return bool(self._likely.sub("", how).strip("的"))
