"""tools/messages.py: which messages it finds, which calls it names, how it updates a catalogue."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest


def source(folder: Path, text: str) -> list[Path]:
    (folder / "source.py").write_text(text, encoding="utf-8")
    return [folder / "source.py"]


def test_messages_are_found_wherever_they_stand(messages: ModuleType, tmp_path: Path) -> None:
    text = (
        'STATE = State("x", T("done"))\n'
        'def f(n):\n'
        '    raise Refusal(T("{n} is "\n'
        '                    "too much", n=n, why=1 and T("inner")))\n'
        'years = Text("{n} year", {"n": 2}, plural="{n} years", count="n")\n'
        'days = Text("{n} day", {"n": 2}, "{n} days", "n")\n'
    )
    found = messages.messages_in(source(tmp_path, text))
    assert [(m.message, m.plural) for m in found] == [
        ("done", ""), ("{n} is too much", ""), ("inner", ""), ("{n} year", "{n} years"),
        ("{n} day", "{n} days"),
    ]


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ('T(f"{n} days")', "T takes a literal"),
        ("T(words)", "T takes a literal"),
        ('T("{n} days")', "its fields are ['n'], its arguments []"),
        ('T("days", n=3)', "its fields are [], its arguments ['n']"),
        ('T("{n:>9} days", n=3)', "its fields are ['n:>9'], its arguments ['n']"),
        ('T("in {count} columns", count=2)', "its fields are ['count'], its arguments []"),
        ('T("line", plural="lines", count="n")', "its fields are [], its arguments []"),
        ('Text("{n} days", {"m": 3})', "its fields are ['n'], its arguments ['m']"),
    ],
)
def test_a_call_that_no_catalogue_can_serve_is_named(
    messages: ModuleType, tmp_path: Path, call: str, fault: str
) -> None:
    [found] = messages.faults_in(source(tmp_path, f"x = {call}\n"))
    assert found.endswith(fault) or f": {fault}, so that" in found


def test_the_count_need_not_be_written(messages: ModuleType, tmp_path: Path) -> None:
    call = 'Text("line {which}", {"which": w, "n": 2}, plural="lines {which}", count="n")\n'
    assert messages.faults_in(source(tmp_path, call)) == []


def test_an_update_keeps_adds_and_drops(messages: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "fr" / "LC_MESSAGES" / "coffee.po"
    file.parent.mkdir(parents=True)
    file.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "gone"\nmsgstr "parti"\n\n# said at the till\nmsgid "cup"\nmsgstr "tasse \\"à\\""\n',
        encoding="utf-8",
    )
    found = messages.messages_in(source(tmp_path, 'x = [T("new"), T("cup")]\n'))
    text = messages.merged(found, messages.read_catalogue(file))
    assert "gone" not in text
    assert 'msgid "new"\nmsgstr ""\n' in text
    assert text.endswith('msgid "cup"\nmsgstr "tasse \\"à\\""\n')
    assert "# said at the till\n" in text
