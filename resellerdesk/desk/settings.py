"""Settings by their dotted names (docs/settings.md)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from pydantic import BaseModel

from resellerdesk.core.profile import (
    HOST_SETTINGS,
    Profile,
    Setting,
    find_setting,
    what_would_work,
)
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.core.vat_number import is_valid
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import DISABLED
from resellerdesk.desk.pictures import pictures_in, with_pictures
from resellerdesk.extensions.fault import Faulted, Where
from resellerdesk.store.settings import all_settings, put_settings, raise_values_stamp
from resellerdesk.translation.languages import is_written, language_tag, languages

_LOOKS = ("tui.", "keys.")
"""Settings on which no value depends."""


def settings_under(desk: Desk, prefix: str) -> dict[str, str]:
    """What is set under names that begin alike, without that beginning."""
    with desk.store.read() as db:
        stored = all_settings(db)
    return {name.removeprefix(prefix): value for name, value in stored.items()
            if name.startswith(prefix)}


def list_settings(desk: Desk) -> dict[str, str]:
    """Every setting with its value; those never set have their default."""
    with desk.store.read() as db:
        stored = all_settings(db)
    values = {setting.name: Profile(stored).get(setting.name) for setting in HOST_SETTINGS}
    values |= _of_families(desk)
    values |= {name: value for name, value in stored.items() if not name.startswith(DISABLED)}
    return dict(sorted(values.items()))


def _of_families(desk: Desk) -> dict[str, str]:
    """The families' settings under their dotted names, with their defaults."""
    found = {}
    for key, loaded in desk.extensions.families.items():
        for name, default in loaded.family.settings().model_dump(mode="json").items():
            found[f"{key}.{name}"] = str(default)
    return found


def get_setting(desk: Desk, name: str) -> str:
    """Raises Refusal for a name that is no setting, naming the nearest."""
    values = list_settings(desk)
    if name not in values and find_setting(name) is None:
        raise _unknown(desk, name)
    return values.get(name, "")


def set_settings(desk: Desk, given: Mapping[str, str]) -> None:
    """Sets some settings, all or none. Raises Refusal for an unknown name or a value that does
    not fit, saying what would. A picture is given as the path of a file, which is kept."""
    for name, value in given.items():
        _check(desk, name, value, given)
    pictures = pictures_in(desk, given)
    with desk.store.write() as db:
        put_settings(db, with_pictures(db, given, pictures))
        if not all(name.startswith(_LOOKS) for name in given):
            raise_values_stamp(db)


def _check(desk: Desk, name: str, value: str, given: Mapping[str, str]) -> None:
    setting = find_setting(name)
    if setting is None:
        _check_of_family(desk, name, value)
        return
    example = what_would_work(setting, value)
    if example is not None:
        raise Refusal(
            T("{name}: {value} does not fit; it wants {example}",
              name=name, value=value, example=example)
        )
    _check_language(setting, name)
    if name == "reseller.vat_number" and value:
        country = given.get("reseller.country") or get_setting(desk, "reseller.country")
        if country and not is_valid(value, country):
            raise Refusal(
                T("{name}: {value} fails the check digits of {country}",
                  name=name, value=value, country=country)
            )


def _check_language(setting: Setting, name: str) -> None:
    """Words for a message want a language that a quote can be in, such as fr or fr-CA."""
    language = name.removeprefix(setting.name)
    if setting.form == "template" and (
        not is_written(language) or language_tag(language) != language
    ):
        raise Refusal(
            T("{name}: quotes are not written in {language}; take one of {known}",
              name=name, language=language, known=", ".join(languages()))
        )


def _check_of_family(desk: Desk, name: str, value: str) -> None:
    """A setting of a family is checked by the field of its model."""
    key, _, field = name.partition(".")
    loaded = desk.extensions.families.get(key)
    if loaded is None or field not in loaded.family.settings.model_fields:
        raise _unknown(desk, name)
    model: type[BaseModel] = loaded.family.settings
    where = Where(loaded.plugin, loaded.version, f"setting {name}")
    try:
        desk.extensions.guard.call(where, model.model_validate, {field: value})
    except Faulted as faulted:
        raise Refusal(
            T("{name}: {value} does not fit: {why}",
              name=name, value=value, why=faulted.fault.error)
        ) from None


def _unknown(desk: Desk, name: str) -> Refusal:
    near = difflib.get_close_matches(name, list_settings(desk), 1)
    if near:
        return Refusal(T("there is no setting {name}; did you mean {near}?", name=name,
                         near=near[0]))
    return Refusal(T("there is no setting {name}; settings lists them", name=name))



def dotted(sections: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Nested tables, as TOML has them, under dotted names.

    Raises Refusal for a value that is no text, number or yes/no.
    """
    found: dict[str, str] = {}
    for name, value in sections.items():
        if isinstance(value, dict):
            found |= dotted(value, f"{prefix}{name}.")
        elif isinstance(value, bool):
            found[prefix + name] = "yes" if value else "no"
        elif isinstance(value, str | int | float):
            found[prefix + name] = str(value)
        else:
            raise Refusal(
                T("{name}: a list is no value of a setting; write text or a number",
                  name=prefix + name)
            )
    return found
