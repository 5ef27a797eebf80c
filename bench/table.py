"""The lines of the table: ratio first, since only that compares; figures give the scale."""

from dataclasses import dataclass
from statistics import median


@dataclass
class Line:
    """One thing measured. `held` is whether it reaches its goal, None where there is no goal to it."""

    name: str
    ratio: str
    ours: str
    floor: str
    goal: str = ""
    held: bool | None = None


def compared(name: str, ours: list[float], floor: list[float], unit: str, most: float, digits: int = 2) -> Line:
    """A line from figures of interleaved repetitions: the ratio is the median of each pair's own."""
    ratios = sorted(a / b for a, b in zip(ours, floor, strict=True))
    middle = median(ratios)
    return Line(
        name,
        f"{middle:.2f} × ({ratios[0]:.2f}–{ratios[-1]:.2f})",
        f"{median(ours):.{digits}f} {unit}",
        f"{median(floor):.{digits}f} {unit}",
        f"≤ {most:g} ×",
        middle <= most,
    )


def shown(lines: list[Line]) -> str:
    """The table, as Markdown that is read as it stands."""
    heads = ("", "ratio (min–max)", "Askback", "floor", "goal", "held")
    said = {True: "yes", False: "NO", None: ""}
    rows = [heads, *((o.name, o.ratio, o.ours, o.floor, o.goal, said[o.held]) for o in lines)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(heads))]
    text = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    text.insert(1, " | ".join("-" * width for width in widths))
    return "\n".join(f"| {line} |" for line in text)
