"""docs/settings.md names every setting that there is, with its default."""

from __future__ import annotations

from resellerdesk.core.profile import (
    HOST_SETTINGS,
    PREFIXES,
    Setting,
    find_setting,
    what_would_work,
)
from resellerdesk.extensions.discover import installed
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.load import load_extensions

from architecture.sources import plugin_packages
from docs.pages import coded, section


def rows(title: str) -> dict[str, list[str]]:
    """The other columns of a table by the name in its first."""
    return {coded(row[0])[0]: row[1:] for row in section("settings", title).rows()}


def default_on_the_page(cell: str) -> str:
    """A default stands in back-ticks; words say what else happens where nothing is set."""
    return "".join(coded(cell))


def test_the_host_s_settings_are_on_the_page_with_their_defaults() -> None:
    found = {name: default_on_the_page(cells[2]) for name, cells in rows("The host's").items()}
    assert found == {setting.name: setting.default for setting in HOST_SETTINGS}


def test_what_a_setting_does_is_said_in_the_same_words() -> None:
    said = rows("The host's")
    for setting in HOST_SETTINGS:
        begin = setting.about.partition(",")[0].partition(" (")[0]
        assert said[setting.name][0].startswith(begin), setting.name


def test_the_values_on_the_page_fit() -> None:
    for name, cells in {**rows("The host's"), **rows("By name or currency")}.items():
        setting = find_setting(name)
        assert isinstance(setting, Setting)
        for value in coded(cells[1]):
            assert what_would_work(setting, value) is None, name


def test_a_setting_with_a_form_shows_a_value_of_it() -> None:
    said = rows("The host's")
    for setting in HOST_SETTINGS:
        assert bool(coded(said[setting.name][1])) is (setting.form != "text"), setting.name


def test_settings_by_name_or_currency_are_on_the_page() -> None:
    found = {name.rpartition(".")[0] + "." for name in rows("By name or currency")}
    assert found == {prefix.name for prefix in PREFIXES}


def test_the_families_settings_are_on_the_page_with_their_defaults() -> None:
    shipped = {package.name for package in plugin_packages()}
    ours = [plugin for plugin in installed() if plugin.load().__name__ in shipped]
    families = load_extensions(ours, (), (), Guard()).families
    assert ours
    wanted = {
        f"{key}.{name}": str(value)
        for key, loaded in families.items()
        for name, value in loaded.family.settings().model_dump(mode="json").items()
    }
    title = "Of the families that come with the desk"
    said = {name: coded(cells[1])[0] for name, cells in rows(title).items()}
    assert {name: value for name, value in said.items() if name.split(".")[0] in families} == wanted
    folders = {package.parent.name for package in plugin_packages()}
    assert {name.partition(".")[0] for name in said} <= folders
