"""The settings a person can make, read once from the environment or a `.env` beside them.

One frozen value goes through the program; nothing else reads the environment. A setting that cannot
be right is refused here, in a sentence, before anything is opened.
"""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from platformdirs import user_data_path

from app.language import LANGUAGES

SETTINGS = (
    "ASKBACK_DATA",
    "ASKBACK_DATABASE_URL",
    "ASKBACK_HOST",
    "ASKBACK_PORT",
    "ASKBACK_SECRET_KEY",
    "ASKBACK_TRUSTED_HOSTS",
    "ASKBACK_LANGUAGE",
    "ASKBACK_TIME_ZONE",
)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class BadSetting(ValueError):
    """A setting that cannot be used: `name` of the variable and the `value` it had."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__(f"{name}={value}")
        self.name, self.value = name, value


@dataclass(frozen=True)
class Settings:
    """Where the data lies, where the server listens, and whose requests it believes."""

    data: Path
    database_url: str
    host: str = "127.0.0.1"
    port: int = 8765
    secret_key: str | None = None
    trusted_hosts: tuple[str, ...] = ()
    language: str | None = None
    time_zone: str = "UTC"

    @property
    def database_file(self) -> Path | None:
        """The SQLite file, or None where the database is a server."""
        prefix = "sqlite:///"
        return Path(self.database_url.removeprefix(prefix)) if self.database_url.startswith(prefix) else None

    @property
    def backups(self) -> Path:
        """The folder that copies of the database go to."""
        return self.data / "backups"

    @property
    def is_private(self) -> bool:
        """Whether only this machine can reach the server, so that no login is needed."""
        return self.host in LOOPBACK and all(name in LOOPBACK for name in self.trusted_hosts)


def from_environment(environment: Mapping[str, str] = os.environ, folder: Path | None = None) -> Settings:
    """The settings of `environment`, completed from a `.env` in `folder` (default: where we were started).

    Raises BadSetting for a port, language or database address that cannot be used.
    """
    found = {k: v for k, v in dotenv_values((folder or Path.cwd()) / ".env").items() if v is not None}
    found |= {k: v for k, v in environment.items() if k.startswith("ASKBACK_")}
    data = Path(found.get("ASKBACK_DATA") or user_data_path("askback", appauthor=False)).expanduser().absolute()
    language = found.get("ASKBACK_LANGUAGE") or None
    if language not in (None, *LANGUAGES):
        raise BadSetting("ASKBACK_LANGUAGE", str(language))
    return Settings(
        data=data,
        database_url=_database_url(found.get("ASKBACK_DATABASE_URL") or f"sqlite:///{data / 'askback.db'}"),
        host=found.get("ASKBACK_HOST") or "127.0.0.1",
        port=_port(found.get("ASKBACK_PORT") or "8765"),
        secret_key=found.get("ASKBACK_SECRET_KEY") or None,
        trusted_hosts=tuple(name.strip() for name in found.get("ASKBACK_TRUSTED_HOSTS", "").split(",") if name.strip()),
        language=language,
        time_zone=_time_zone(found.get("ASKBACK_TIME_ZONE")),
    )


def secret_key(settings: Settings) -> str:
    """The key that signs sessions: the setting, or one made at the first start and kept in the data folder."""
    if settings.secret_key:
        return settings.secret_key
    kept = settings.data / "secret.key"
    if not kept.exists():
        settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Two first starts may meet here: each writes its own file, one name wins, and both read that.
        own = kept.with_name(f".{kept.name}.{os.getpid()}")
        with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_hex(32))
        with suppress(FileExistsError):
            kept.hardlink_to(own)
        own.unlink()
    return kept.read_text()


def _port(value: str) -> int:
    if value.isascii() and value.isdigit() and int(value) < 65536:
        return int(value)
    raise BadSetting("ASKBACK_PORT", value)


def _database_url(value: str) -> str:
    if value.startswith(("sqlite:///", "postgresql+psycopg://")):
        return value
    raise BadSetting("ASKBACK_DATABASE_URL", value.split("@")[-1])


def _time_zone(value: str | None) -> str:
    if value is None:
        # Babel reads the system's zone on every platform.
        from babel.localtime import LOCALTZ

        return str(getattr(LOCALTZ, "key", "UTC"))
    try:
        return ZoneInfo(value).key
    except (ValueError, OSError, KeyError):
        raise BadSetting("ASKBACK_TIME_ZONE", value) from None
