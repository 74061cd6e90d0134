"""Which encodings are told apart, and what is said where none fits."""

from __future__ import annotations

import pytest

from files.opening import Open, Refused

TABLE = "customer_id,name\r\nC-1,Hôtel de l’Étoile\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_an_encoding_is_known_with_or_without_its_mark(opened: Open, encoding: str) -> None:
    rows = list(opened(TABLE.encode(encoding)).rows)
    assert rows == [(2, {"customer_id": "C-1", "name": "Hôtel de l’Étoile"})]


def test_utf_16_with_the_high_byte_first_and_a_mark(opened: Open) -> None:
    (_, cells), = opened(b"\xfe\xff" + TABLE.encode("utf-16-be")).rows
    assert cells["name"] == "Hôtel de l’Étoile"


def test_the_first_accent_may_stand_far_down_in_a_long_file(opened: Open) -> None:
    plain = b"customer_id,name\n" + b"C-1,Smith and Sons\n" * 120_000
    *_, (number, cells) = opened(plain + "C-2,Café\n".encode("cp1252")).rows
    assert (number, cells["name"]) == (120_002, "Café")


def test_a_letter_may_lie_across_what_is_read_at_once(opened: Open) -> None:
    plain = b"customer_id,name\n" + b"C-1,Smith\n" * 104_855
    start = plain + b"," * ((1 << 20) - 1 - len(plain))
    assert len(start) == (1 << 20) - 1
    *_, (_, cells) = opened(start + "é\nC-2,さくら\n".encode()).rows
    assert cells["name"] == "さくら"


def test_utf_8_with_a_fault_is_not_misread_as_windows_1252(refused: Refused) -> None:
    content = "customer_id,name\nC-1,Café\nC-2,Caf".encode() + b"\xe9\nC-3,Smith\n"
    assert refused(content) == (
        "export.csv: line 3 is not UTF-8, as the rest is: cut off or put together from two "
        "files? Export it anew, or save it as .xlsx"
    )


def test_a_file_that_breaks_off_in_the_middle_of_a_letter(refused: Refused) -> None:
    assert refused("customer_id,name\nC-1,Café\nC-2,株".encode()[:-1]).startswith(
        "export.csv: line 3 is not UTF-8"
    )
    assert refused(TABLE.encode("utf-16")[:-1]).startswith("export.csv: line 2 is not UTF-16")
    assert refused(TABLE.encode("utf-8-sig") + b"\xe9").startswith(
        "export.csv: line 3 is not UTF-8,"
    )


def test_neither_utf_8_nor_windows_1252(refused: Refused) -> None:
    content = "customer_id,name\nC-1,Smith\nC-2,サーバー\n".encode("shift_jis")
    assert refused(content) == (
        "export.csv: line 3 holds a byte that is neither UTF-8 nor Windows-1252; save it as "
        "CSV UTF-8 or as .xlsx"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_nul_is_no_text(refused: Refused, encoding: str) -> None:
    content = "customer_id,name\nC-1,Café\nC-2,Smith\0\n".encode(encoding)
    assert refused(content) == (
        "export.csv: line 3 holds a NUL character, which no text has; save it as CSV UTF-8 or "
        "as .xlsx"
    )
