"""The founding sheet by its lines: read here without the reader that is tested."""

import re
from pathlib import Path

FILE = Path(__file__).parents[2] / "app" / "starter" / "founding-sheet.md"
TEXT = FILE.read_text("utf-8")


def _below(heading: str) -> str:
    return TEXT.split(f"{heading}\n", 1)[1].split("\n## ", 1)[0]


TITLE = "面试准备 - 字节跳动剪映AI后端岗位"
QUESTIONS = re.findall(r"^\d+\. (.+)$", _below("## 📝 面试问题清单"), re.MULTILINE)
SIGNALS = re.findall(r"^- \[ \] (.+)$", _below("## 🎯 重点关注信号"), re.MULTILINE)
GOALS = re.findall(r"^- \[ \] (.+)$", _below("## 📚 后续学习计划"), re.MULTILINE)
