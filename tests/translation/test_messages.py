"""What a customer reads is there in every language that we promise."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

LANGUAGES = ("fr", "de")


def host_catalogue(messages: ModuleType, language: str) -> dict[str, list[str]]:
    """The host's messages in a language: English -> one translation, or one a plural form."""
    file = messages.LOCALES / language / "LC_MESSAGES" / "resellerdesk.po"
    written: dict[str, list[str]] = {}
    for entry in messages.read_catalogue(file):
        english = entry.id if isinstance(entry.id, str) else entry.id[0]
        if english and not entry.fuzzy:
            written[english] = [entry.string] if isinstance(entry.string, str) else [*entry.string]
    return written


def source(folder: Path, text: str) -> list[Path]:
    (folder / "source.py").write_text(text, encoding="utf-8")
    return [folder / "source.py"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_message_to_a_customer_is_translated(messages: ModuleType, language: str) -> None:
    catalogue = host_catalogue(messages, language)
    found = messages.messages_in(messages.customer_reads())
    assert len(found) > 40
    missing = [m for m in found if not all(catalogue.get(m.message, [""]))]
    assert [f"{m.place}: {m.message}" for m in missing] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_of_a_message_that_is_gone(
    messages: ModuleType, language: str
) -> None:
    """Where it fails: `python tools/messages.py --write`."""
    found = {m.message for m in messages.messages_in(messages.customer_reads())}
    assert host_catalogue(messages, language).keys() - found == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_translation_has_the_fields_of_its_message(
    messages: ModuleType, language: str
) -> None:
    differ = [
        (english, form)
        for english, forms in host_catalogue(messages, language).items()
        for form in forms
        if form and messages.fields_of(form) != messages.fields_of(english)
    ]
    assert differ == []


def test_french_has_no_sign_at_the_start_of_a_line(messages: ModuleType) -> None:
    """A no-break space stands before a colon and its kin, as French has it."""
    wrong = re.compile(r"[^\u00a0\u202f\d][:;!?»]|«[^\u00a0\u202f]")
    forms = [form for forms in host_catalogue(messages, "fr").values() for form in forms]
    assert [form for form in forms if wrong.search(form)] == []


@pytest.mark.parametrize(
    ("language", "message", "words"),
    [
        ("fr", "Reverse charge: VAT is due by the customer. VAT numbers: {seller}, {customer}.",
         "Autoliquidation"),
        ("fr", "Outside the scope of VAT; local taxes may be due.",
         "TVA non applicable, art. 259-1 du CGI"),
        ("de", "Reverse charge: VAT is due by the customer. VAT numbers: {seller}, {customer}.",
         "Steuerschuldnerschaft des Leistungsempfängers"),
        ("fr", "VAT {rate} %", "TVA {rate} %"),
        ("de", "VAT {rate} %", "MwSt. {rate} %"),
    ],
)
def test_tax_is_named_as_the_law_names_it(
    messages: ModuleType, language: str, message: str, words: str
) -> None:
    [written] = host_catalogue(messages, language)[message]
    assert words in written


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


def test_what_the_customer_reads_has_no_such_call(messages: ModuleType) -> None:
    assert messages.faults_in(messages.customer_reads()) == []


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
