"""The first schema: workbooks with everything in them, and the person at this machine who owns them."""

import sqlalchemy as sa
from alembic import op

from app.clock import new_uid, now

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TIMES = (sa.column("created_at", sa.DateTime(timezone=True)), sa.column("updated_at", sa.DateTime(timezone=True)))


def upgrade() -> None:
    for create in (
        account,
        workbook,
        round_,
        section,
        goal,
        info,
        interviewer,
        pitch_point,
        question,
        requirement,
        responsibility,
        signal,
        strength,
        task,
        transfer,
        answer,
        mark,
        step,
        answer_revision,
    ):
        create()
    owner = sa.table("account", sa.column("uid"), sa.column("owner_id"), *TIMES)
    op.bulk_insert(owner, [{"uid": new_uid(), "owner_id": 1, "created_at": now(), "updated_at": now()}])


def every(table: str) -> list[sa.schema.SchemaItem]:
    """What every table has."""
    return [
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=f"fk_{table}_owner_id_account", ondelete="CASCADE"),
        sa.UniqueConstraint("owner_id", "uid", name=f"uq_{table}_owner_id_uid"),
    ]


def item(table: str) -> list[sa.schema.SchemaItem]:
    """What every item of a sheet has."""
    return [
        *every(table),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("section_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("last_line", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=f"fk_{table}_{to}_id_{to}", ondelete="CASCADE")
            for to in ("workbook", "section")
        ),
        sa.UniqueConstraint("workbook_id", "id", name=f"uq_{table}_workbook_id_id"),
        lines(),
    ]


def lines() -> sa.CheckConstraint:
    """A span of lines, or nothing."""
    return sa.CheckConstraint(
        "(first_line IS NULL) = (last_line IS NULL)"
        " AND (first_line IS NULL OR (first_line >= 1 AND last_line >= first_line))",
        name="first_line",
    )


def create_item_table(table: str, *columns: sa.schema.SchemaItem) -> None:
    """A table of items: read by workbook, in their order."""
    op.create_table(table, *item(table), *columns)
    op.create_index(f"ix_{table}_owner_id_workbook_id_position", table, ["owner_id", "workbook_id", "position"])


def in_one_workbook(table: str, noun: str) -> list[sa.ForeignKeyConstraint]:
    """What is said about `noun` in a round belongs to the workbook of both."""
    return [
        sa.ForeignKeyConstraint(
            ["workbook_id", f"{to}_id"],
            [f"{to}.workbook_id", f"{to}.id"],
            name=f"fk_{table}_workbook_id_{to}_id_{to}",
            ondelete="CASCADE",
        )
        for to in (noun, "round")
    ]


def once_a_round(table: str, column: str) -> None:
    """At most one row for each round, and at most one outside of any."""
    for name, columns, where in (
        ("in_round", [column, "round_id"], "round_id IS NOT NULL"),
        ("outside", [column], "round_id IS NULL"),
    ):
        only = sa.text(where)
        op.create_index(f"uq_{table}_{name}", table, columns, unique=True, sqlite_where=only, postgresql_where=only)


def account() -> None:
    op.create_table(
        "account",
        *every("account"),
    )


def workbook() -> None:
    op.create_table(
        "workbook",
        *every("workbook"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("source", sa.LargeBinary(), nullable=True),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('preparing', 'interviewing', 'offer', 'accepted', 'declined', 'ghosted', 'archived')",
            name="state",
        ),
    )
    op.create_index("ix_workbook_owner_id_deleted_at", "workbook", ["owner_id", "deleted_at"])


def round_() -> None:
    op.create_table(
        "round",
        *every("round"),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('hr', 'technical', 'manager', 'cross', 'executive', 'other')", name="kind"),
        sa.CheckConstraint("state IN ('planned', 'live', 'debriefed')", name="state"),
        sa.CheckConstraint("minutes IS NULL OR minutes BETWEEN 1 AND 1440", name="minutes"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_round_workbook_id_workbook", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("workbook_id", "id", name="uq_round_workbook_id_id"),
    )
    op.create_index("ix_round_owner_id_workbook_id_position", "round", ["owner_id", "workbook_id", "position"])


def section() -> None:
    op.create_table(
        "section",
        *every("section"),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("last_line", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('document', 'info', 'responsibilities', 'requirements', 'strengths', 'transfers',"
            " 'questions', 'signals', 'pitch_points', 'goals', 'tasks', 'notes')",
            name="kind",
        ),
        sa.CheckConstraint("level >= 0 AND (level = 0) = (kind = 'document')", name="level"),
        lines(),
        sa.ForeignKeyConstraint(["parent_id"], ["section.id"], name="fk_section_parent_id_section", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_section_workbook_id_workbook", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_section_owner_id_workbook_id_position", "section", ["owner_id", "workbook_id", "position"])


def goal() -> None:
    create_item_table(
        "goal",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("horizon", sa.String(length=8), nullable=True),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.CheckConstraint("horizon IN ('short', 'mid', 'long')", name="horizon"),
    )


def info() -> None:
    create_item_table(
        "info",
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
    )


def interviewer() -> None:
    op.create_table(
        "interviewer",
        *every("interviewer"),
        sa.Column("round_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name="fk_interviewer_round_id_round", ondelete="CASCADE"),
    )
    op.create_index("ix_interviewer_round_id", "interviewer", ["round_id"])


def pitch_point() -> None:
    create_item_table(
        "pitch_point",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )


def question() -> None:
    create_item_table(
        "question",
        sa.Column("number", sa.String(length=64), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=True),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=True),
        sa.CheckConstraint("direction IN ('ask', 'answer')", name="direction"),
        sa.CheckConstraint("priority IS NULL OR priority BETWEEN 1 AND 3", name="priority"),
    )


def requirement() -> None:
    create_item_table(
        "requirement",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.CheckConstraint("status IN ('matched', 'learning', 'missing')", name="status"),
    )


def responsibility() -> None:
    create_item_table(
        "responsibility",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )


def signal() -> None:
    create_item_table(
        "signal",
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("polarity", sa.String(length=8), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.CheckConstraint("polarity IN ('positive', 'caution')", name="polarity"),
        sa.CheckConstraint("weight BETWEEN 0 AND 9", name="weight"),
        sa.ForeignKeyConstraint(["parent_id"], ["signal.id"], name="fk_signal_parent_id_signal", ondelete="CASCADE"),
    )


def strength() -> None:
    create_item_table(
        "strength",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )


def task() -> None:
    create_item_table(
        "task",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
    )


def transfer() -> None:
    create_item_table(
        "transfer",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
    )


def answer() -> None:
    op.create_table(
        "answer",
        *every("answer"),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first_line", sa.Integer(), nullable=True),
        sa.Column("last_line", sa.Integer(), nullable=True),
        sa.CheckConstraint("length(body) <= 100000", name="body"),
        sa.CheckConstraint("version >= 1", name="version"),
        *in_one_workbook("answer", "question"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_answer_workbook_id_workbook", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_answer_owner_id_workbook_id", "answer", ["owner_id", "workbook_id"])
    once_a_round("answer", "question_id")


def mark() -> None:
    op.create_table(
        "mark",
        *every("mark"),
        sa.Column("workbook_id", sa.Integer(), nullable=False),
        sa.Column("signal_id", sa.Integer(), nullable=False),
        sa.Column("round_id", sa.Integer(), nullable=True),
        sa.Column("checked", sa.Boolean(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("length(evidence) <= 10000", name="evidence"),
        sa.CheckConstraint("version >= 0", name="version"),
        *in_one_workbook("mark", "signal"),
        sa.ForeignKeyConstraint(
            ["workbook_id"], ["workbook.id"], name="fk_mark_workbook_id_workbook", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_mark_owner_id_workbook_id", "mark", ["owner_id", "workbook_id"])
    once_a_round("mark", "signal_id")


def step() -> None:
    create_item_table(
        "step",
        sa.Column("goal_id", sa.Integer(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(goal_id IS NULL) <> (task_id IS NULL)", name="goal_or_task"),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name="fk_step_goal_id_goal", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["parent_id"], ["step.id"], name="fk_step_parent_id_step", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name="fk_step_task_id_task", ondelete="CASCADE"),
    )
    op.create_index("ix_step_goal_id", "step", ["goal_id"])
    op.create_index("ix_step_task_id", "step", ["task_id"])


def answer_revision() -> None:
    op.create_table(
        "answer_revision",
        *every("answer_revision"),
        sa.Column("answer_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(length=8), nullable=False),
        sa.CheckConstraint("origin IN ('page', 'import', 'restore')", name="origin"),
        sa.ForeignKeyConstraint(
            ["answer_id"], ["answer.id"], name="fk_answer_revision_answer_id_answer", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("answer_id", "version", name="uq_answer_revision_answer_id_version"),
    )
