"""Finding what is held by parts of names, as people type them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from resellerdesk.store.due import DueFilter, due_records
from resellerdesk.store.engine import Store, open_store
from resellerdesk.store.search import fold

END_OF_TIME = date(9999, 12, 31)


@pytest.fixture(scope="module")
def store(filled: Path) -> Store:
    return open_store(filled)


def found(store: Store, typed: str) -> set[str]:
    """The customers whose entitlements a search finds."""
    with store.read() as db:
        return {record.customer for record in due_records(db, DueFilter(END_OF_TIME, search=typed))}


def refs(store: Store, typed: str) -> set[str]:
    with store.read() as db:
        return {record.held.ref for record in due_records(db, DueFilter(END_OF_TIME, search=typed))}


@pytest.mark.parametrize(
    ("typed", "customer"),
    [
        ("strasse", "Straßenbau Groß KG"),
        ("STRASSENBAU", "Straßenbau Groß KG"),
        ("gross", "Straßenbau Groß KG"),
        ("groß", "Straßenbau Groß KG"),
        ("zeebr", "Port de Zeebruges NV"),
        ("ruges", "Port de Zeebruges NV"),
        ("wery", "Ateliers Wéry SA"),
        ("l'etoile", "Hôtel de l’Étoile"),
        ("etoile", "Hôtel de l’Étoile"),
        ("sao joao", "São João Alimentos Ltda"),
        ("o'hara", "O'Hara Shipping Ltd"),
        ('"blue', '"Blue Sky" Dental Group'),
        ("さくら", "株式会社さくら商事"),
        ("東京", "東京精密機器株式会社"),
        ("ｷﾞ", ""),
        ("C-1015", "Straßenbau Groß KG"),
    ],
)
def test_parts_of_names_are_found_however_they_are_written(
    store: Store, typed: str, customer: str
) -> None:
    assert found(store, typed) == ({customer} if customer else set())


def test_two_letters_are_enough(store: Store) -> None:
    assert "Hôtel de l’Étoile" in found(store, "hô")
    assert {"株式会社さくら商事", "東京精密機器株式会社"} <= found(store, "株式")


def test_every_word_must_be_found_wherever_it_stands(store: Store) -> None:
    assert found(store, "backup lenoir") == {"Brasserie Lenoir & Fils"}
    assert found(store, "lenoir   BACKUP") == {"Brasserie Lenoir & Fils"}
    assert found(store, "lenoir kestrel") == {"Brasserie Lenoir & Fils"}
    assert found(store, "lenoir nobody") == set()


@pytest.mark.parametrize(
    "typed", ["2368167839", "software:2368167839", "68167", "M56394133", "m5639413"]
)
def test_numbers_are_found_by_any_part_of_them(store: Store, typed: str) -> None:
    assert "software:2368167839" in refs(store, typed)


def test_no_words_ask_nothing(store: Store) -> None:
    assert refs(store, "") == refs(store, "   ") != set()


@pytest.mark.parametrize(
    "typed",
    [
        "%", "_", "%%", "%_%", "\\", "100%", "a_b", '"', '""', "'", "''", "*", "(", ")", "-", "^",
        "AND", "OR NOT", "NEAR(a b)", "folded:lenoir", "lenoir*", '"lenoir" OR "kestrel"',
        "'; drop table entitlement; --", "' or '1'='1", "x' union select 1 --", ":like0", "?",
        "\x1b[2J", "😀😀😀", "a" * 5000,
    ],
)
def test_what_looks_like_a_command_is_only_text(store: Store, typed: str) -> None:
    """Nothing typed is ever a wildcard, an operator or SQL: it is found or it is not."""
    with store.read() as db:
        texts = list(
            db.query("select e.folded || ' ' || c.folded as text from entitlement e "
                     "join customer c on c.id = e.customer_id")
        )
    words = fold(typed).split()
    expected = sum(all(word in row["text"] for word in words) for row in texts)
    assert len(refs(store, typed)) == expected


def test_a_wildcard_finds_itself(tmp_path: Path, database: Path) -> None:
    store = open_store(database)
    with store.write() as db:
        db.execute("update customer set folded = 'c-1008 100%_off' where id = 'C-1008'")
    assert found(store, "100%_o") == {"Brasserie Lenoir & Fils"}
    assert found(store, "%_") == {"Brasserie Lenoir & Fils"}


def test_what_changes_is_found_under_its_new_name_alone(database: Path) -> None:
    store = open_store(database)
    with store.write() as db:
        db.execute("update entitlement set folded = 'renamed' where reference = 'KES-0000'")
    assert refs(store, "renamed") == {"software:KES-0000"}
    assert "software:KES-0000" not in refs(store, "kes-0000")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Straße", "strasse"), ("ÉTOILE", "etoile"), ("Œuvre Æther", "oeuvre aether"),
        ("Søren Łódź", "soren lodz"), ("l’été", "l'ete"), ("A‑B – C", "a-b - c"),
        ("ＡＢＣ　１２", "abc 12"), ("ﬁn №", "fin no"), ("ｶﾞ", "カ"), ("İstanbul", "istanbul"),
    ],
)
def test_folding_leaves_what_every_keyboard_can_type(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(fold(written)) == folded
