"""`resellerdesk settings`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_json, say
from resellerdesk.core.profile import is_picture
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.settings import dotted, get_setting, list_settings, set_settings


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="FILE",
              help="Read settings from a TOML file.")
@everywhere
@click.pass_obj
def settings(session: Session, name: str | None, value: str | None, source: Path | None) -> None:
    """List the settings, show one, or set one.

    Settings have dotted names such as reseller.country; an empty VALUE ("") clears one.
    """
    if source is not None:
        if name is not None:
            raise click.UsageError("name either a setting or --from")
        given = _beside(source, dotted(_read(source)))
        set_settings(session.desk, given)
        given = {name: get_setting(session.desk, name) for name in given}
    elif name is not None and value is not None:
        set_settings(session.desk, {name: value})
        given = {name: get_setting(session.desk, name)}
    elif name is not None:
        given = {name: get_setting(session.desk, name)}
    else:
        given = list_settings(session.desk)
    if session.json:
        print_json(given)
        return
    width = max((len(key) for key in given), default=0)
    for key, said in given.items():
        say(f"{key:{width}}  {said}".rstrip())


def _beside(source: Path, given: dict[str, str]) -> dict[str, str]:
    """The file of a picture is looked for beside the one that names it."""
    return {
        name: str(source.parent / value) if is_picture(name) and value and ":" not in value
        else value
        for name, value in given.items()
    }


def _read(source: Path) -> dict[str, object]:
    try:
        return tomllib.loads(source.read_text("utf-8"))
    except OSError as error:
        why = error.strerror or str(error)
        raise Refusal(T("{file}: cannot be read: {why}", file=str(source), why=why)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Refusal(
            T("{file} is no TOML file: {why}", file=str(source), why=str(error))
        ) from None
