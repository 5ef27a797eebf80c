"""Whose workbooks these are. While nobody has made an account there is one row: the person at this machine."""

from app.db import Model


class Account(Model):
    """A person who owns workbooks."""

    __tablename__ = "account"
