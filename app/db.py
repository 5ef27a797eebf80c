"""The database: what every table has, how a change is written, and which schema this code speaks.

Reading is `read()`, or `db.session` for whole entities. Changing is `with writing() as connection`: one transaction
that has reached the disk when the block ends, or nothing at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from flask import Flask, current_app
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    CheckConstraint,
    Connection,
    DateTime,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column, registry

from app.clock import new_uid, now
from app.dialect import UNTIL, dialect_of

SCHEMA = "0009"  # the newest step in migrations/; known here so that Alembic is loaded only where one is due
LOCAL_OWNER = 1  # the person at this machine, while there are no accounts


class Instant(TypeDecorator[datetime]):
    """An instant in UTC. SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Model(DeclarativeBase):
    """What every table has: an internal key, a public id, an owner, and when it came to be and changed."""

    registry = registry(metadata=MetaData(naming_convention=NAMES), type_annotation_map={datetime: Instant})

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-9)
    uid: Mapped[str] = mapped_column(String(64), default=new_uid, sort_order=-8)
    owner_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), default=LOCAL_OWNER, sort_order=-7
    )
    created_at: Mapped[datetime] = mapped_column(default=now, sort_order=-6)
    updated_at: Mapped[datetime] = mapped_column(default=now, sort_order=-5)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[object, ...]:  # noqa: N805 -- a class attribute, as SQLAlchemy names it
        return (UniqueConstraint("owner_id", "uid"), *cls.constraints())

    @classmethod
    def constraints(cls) -> tuple[object, ...]:
        """What else the database itself holds true for this table."""
        return ()


db = SQLAlchemy(model_class=Model, disable_autonaming=True)


def one_of(column: str, values: tuple[object, ...]) -> CheckConstraint:
    """The constraint that `column` holds one of `values`, or nothing where it may be empty."""
    return CheckConstraint(f"{column} IN ({', '.join(map(repr, values))})", name=column)


def connect(app: Flask) -> None:
    """Give `app` its database: the engine, and the dialect that knows how it differs."""
    db.init_app(app)
    with app.app_context():
        app.extensions["askback.dialect"] = dialect_of(db.engine)


def read() -> Connection:
    """The connection of this request, to read plain rows from, without the cost of a session."""
    return db.session.connection()


@contextmanager
def writing() -> Iterator[Connection]:
    """One change: a transaction begun as a write, committed and on disk when the block ends.

    Raises a StorageError (app.dialect) where the database could not keep it; nothing of it is then kept.
    """
    dialect = current_app.extensions["askback.dialect"]
    try:
        # A connection of its own, not the session's: less to do, and nothing that was read before can make it stale.
        with dialect.writing() as until, dialect.engine.connect() as connection:
            connection.info[UNTIL] = until
            with connection.begin():
                yield connection
    except DBAPIError as error:
        if meaning := dialect.meaning_of(error):
            raise meaning from error
        raise
