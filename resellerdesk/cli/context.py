"""What every command shares: database, as-of date, JSON, plugins; and how refusals end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource
from platformdirs import user_data_path

if TYPE_CHECKING:
    from resellerdesk.desk.desk import Desk
    from resellerdesk.translation.translate import Translator

F = TypeVar("F", bound=Callable[..., Any])


# Terms and deadlines are counted from a date, and must stay within the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2999


class IsoDate(click.ParamType[date]):
    """A date such as 2026-11-24."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no date such as 2026-11-24", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"{day} lies outside the years {FIRST_YEAR} to {LAST_YEAR}", param, ctx)
        return day


DATE = IsoDate()


@dataclass
class Session:
    """One run of the command line; the desk is opened when a command first needs it."""

    db: Path | None = None
    as_of_given: date | None = None
    json: bool = False
    safe: bool = False
    without: set[str] = field(default_factory=set)
    db_is_typed: bool = False
    _desk: Desk | None = None

    @property
    def as_of(self) -> date:
        """The as-of date: as given, else today. The one place that asks the calendar."""
        return self.as_of_given or date.today()  # noqa: DTZ011  # the rep's own day

    @property
    def path(self) -> Path:
        if self.db is not None:
            return self.db
        return user_data_path("resellerdesk", appauthor=False, ensure_exists=True) / "desk.db"

    @property
    def desk(self) -> Desk:
        if self._desk is None:
            from resellerdesk.desk.opening import open_desk

            self._desk = open_desk(self.path, safe=self.safe, without=self.without)
        return self._desk

    @property
    def translator(self) -> Translator:
        """Words for the person at the command line."""
        return self.translator_for("en")

    def translator_for(self, language: str) -> Translator:
        from resellerdesk.translation.translate import Translator

        return Translator(language, self.desk.extensions.locales)


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """Takes an option wherever it stands, before the command or after it. What stands in the
    environment never replaces what was typed."""

    def callback(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        session = ctx.ensure_object(Session)
        typed = ctx.get_parameter_source(str(param.name)) is ParameterSource.COMMANDLINE
        session.db_is_typed |= typed and name == "db"
        if name == "without":
            session.without |= set(value)
        elif value not in (None, False) and (typed or not getattr(session, name)):
            setattr(session, name, value)

    return callback


def everywhere(command: F) -> F:
    """The options that every command takes."""
    options = [
        click.option(
            "--db", type=click.Path(path_type=Path), envvar="RESELLERDESK_DB", expose_value=False,
            callback=_remember("db"), help="The database file [RESELLERDESK_DB].",
        ),
        click.option(
            "--as-of", type=DATE, envvar="RESELLERDESK_AS_OF", expose_value=False,
            callback=_remember("as_of_given"), metavar="DATE",
            help="The desk's today, such as 2026-11-24 [RESELLERDESK_AS_OF].",
        ),
        click.option(
            "--json", is_flag=True, expose_value=False, callback=_remember("json"),
            help="One JSON document on standard output.",
        ),
        click.option(
            "--safe", is_flag=True, expose_value=False, callback=_remember("safe"),
            help="Load no plugins.",
        ),
        click.option(
            "--without", multiple=True, expose_value=False, callback=_remember("without"),
            metavar="NAME", help="Leave out a plugin.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command
