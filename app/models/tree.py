"""Rows that stand beneath rows of their own table: sections, signals and steps."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from app.db import Model


def subtree(model: type[Model], key: int) -> Select[Any]:
    """The keys of a row and of all beneath it."""
    rows: Any = model
    below = select(rows.id).where(rows.id == key).cte(f"{rows.__tablename__}_below", recursive=True)
    child = aliased(rows)
    return select(below.union_all(select(child.id).join(below, child.parent_id == below.c.id)).c.id)


def ancestry(model: type[Model], keys: Select[Any]) -> Select[Any]:
    """The keys of these rows and of all above them."""
    rows: Any = model
    above = select(rows.id, rows.parent_id).where(rows.id.in_(keys)).cte(f"{rows.__tablename__}_above", recursive=True)
    parent = aliased(rows)
    return select(above.union(select(parent.id, parent.parent_id).join(above, parent.id == above.c.parent_id)).c.id)
