"""Askback: the workbook of a person who is interviewing. create_app() is the whole wiring on one screen."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from app import config, db, models  # noqa: F401 -- every table is known before the first query
from app.config import Settings
from app.exchange.views import bp as exchange
from app.goals.views import bp as goals
from app.history.views import bp as history
from app.questions.views import bp as questions
from app.rounds.debriefing import bp as debriefing
from app.rounds.follow_ups import bp as follow_ups
from app.rounds.planning import bp as planning
from app.rounds.views import bp as rounds
from app.sheet.changes import bp as sheet
from app.signals.views import bp as signals
from app.today.views import bp as today
from app.upkeep.views import bp as upkeep
from app.web.files import serve_files
from app.web.kinds import KindConverter
from app.web.reply import answer_errors
from app.web.request import StrictRequest, UidConverter
from app.web.security import protect
from app.web.speech import speak_the_persons_language
from app.web.templates import prepare_templates

PACKAGE = Path(__file__).resolve().parent  # a wheel holds the three folders; a checkout has them beside app/
ROOT = PACKAGE if (PACKAGE / "templates").is_dir() else PACKAGE.parent


def create_app(settings: Settings) -> Flask:
    """The application for `settings`. Its database must already be up to date (app.upkeep.schema)."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.request_class = StrictRequest
    app.url_map.converters.update(uid=UidConverter, kind=KindConverter)
    app.config.update(
        ASKBACK=settings,
        SECRET_KEY=config.secret_key(settings),
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 16},
        SESSION_COOKIE_NAME="askback_session",
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=timedelta(days=400),
        WTF_CSRF_TIME_LIMIT=None,
    )
    answer_errors(app)
    speak_the_persons_language(app, settings)
    protect(app, settings)
    db.connect(app)
    prepare_templates(app)
    serve_files(app, ROOT / "static")
    in_a_round = (planning, debriefing, follow_ups)
    for feature in (today, sheet, questions, rounds, *in_a_round, signals, goals, history, exchange, upkeep):
        app.register_blueprint(feature)
    return app
