"""The first page: the openings, and the ways to begin one."""

from flask import Blueprint, render_template

from app.today.queries import openings
from app.web.access import owner

bp = Blueprint("today", __name__)


@bp.get("/")
def today() -> str:
    """The openings."""
    return render_template("today/today.html", openings=openings(owner()))
