"""Files that cannot be read: one clear line, whatever was given."""

from __future__ import annotations

import os
import random
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.files.detect import open_sheet

from files.opening import KNOWN, Open, Refused

OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)


def said_of(path: str) -> str:
    with pytest.raises(Refusal) as caught:
        open_sheet(Path(path), KNOWN)
    return str(caught.value)


def test_a_file_that_is_not_there() -> None:
    assert said_of("nowhere/export.csv") == (
        "nowhere/export.csv: cannot be read: No such file or directory; name a CSV file or a "
        "workbook that you may read"
    )


def test_a_name_that_no_file_can_have() -> None:
    assert "File name too long" in said_of("x" * 5000)


def test_a_folder(tmp_path: Path) -> None:
    assert said_of(str(tmp_path)) == f"{tmp_path} is a folder; name the files in it"


def test_a_device() -> None:
    assert said_of("/dev/zero") == "/dev/zero is a device; name a CSV file or a workbook"


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(refused: Refused, content: bytes) -> None:
    assert refused(content) == (
        "export.csv is empty; wanted is a header and rows under it"
    )


@pytest.mark.parametrize("content", [b"sep=;", b"sep=;\r\n"])
def test_a_hint_for_excel_and_nothing_else(refused: Refused, content: bytes) -> None:
    assert refused(content).startswith("export.csv: none of the first 20 rows is a header")


@pytest.mark.parametrize("size", [1, 2, 3, 100, 100_000])
def test_binary_junk(refused: Refused, size: int) -> None:
    for seed in range(20):
        assert refused(random.Random(seed).randbytes(size)).startswith("export.csv")


def test_a_file_that_another_program_spoils_while_it_is_read(
    opened: Open, tmp_path: Path
) -> None:
    sheet = opened(b"customer_id,name\nC-1,Smith\n")
    (tmp_path / "export.csv").write_bytes("customer_id,name\nC-1,Caf\u00e9\n".encode("cp1252"))
    with pytest.raises(Refusal, match=r"cannot be read on after row 1 \("):
        list(sheet.rows)


def test_a_file_that_another_program_takes_away(opened: Open, tmp_path: Path) -> None:
    sheet = opened(b"customer_id,name\nC-1,Smith\n")
    (tmp_path / "export.csv").unlink()
    with pytest.raises(Refusal, match="No such file or directory"):
        list(sheet.rows)


def test_a_workbook_with_a_password(refused: Refused) -> None:
    assert refused(OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")) == (
        "export.csv is protected with a password; save it without one and import that"
    )


def test_a_workbook_in_the_old_format(refused: Refused) -> None:
    assert refused(OLD_OFFICE + "Workbook".encode("utf-16-le")) == (
        "export.csv is in Excel's old format (.xls); save it as .xlsx or as CSV UTF-8"
    )


def zipped(name: str, content: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", b"PK\x03\x04 and no more of it", zipped("export.csv", b"customer_id,name\n")],
    ids=["a start alone", "broken off", "an archive"],
)
def test_something_packed_that_is_no_workbook(refused: Refused, content: bytes) -> None:
    assert refused(content) == (
        "export.csv is no Excel workbook that can be read, or a broken one; open it in a "
        "spreadsheet and save it as .xlsx or as CSV UTF-8"
    )


def test_what_comes_through_a_pipe_is_read_like_a_file() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, b"customer_id;name\nC-1;Smith\n")
        os.close(writing)
        sheet = open_sheet(Path(f"/dev/fd/{reading}"), KNOWN)
        assert list(sheet.rows) == [(2, {"customer_id": "C-1", "name": "Smith"})]
    finally:
        os.close(reading)
