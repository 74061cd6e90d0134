"""A file is written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.files.whole import write_whole


def said_of(path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        write_whole(path, b"new")
    return str(caught.value)


def test_a_new_file_is_readable_as_the_user_has_set_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "q.pdf", b"%PDF")
    finally:
        os.umask(before)
    assert (tmp_path / "q.pdf").read_bytes() == b"%PDF"
    assert (tmp_path / "q.pdf").stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "q.pdf"
    path.write_bytes(b"old")
    path.chmod(0o604)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o604)


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "latest.pdf").symlink_to("q.pdf")
    write_whole(tmp_path / "latest.pdf", b"new")
    assert (tmp_path / "latest.pdf").is_symlink()
    assert (tmp_path / "q.pdf").read_bytes() == b"new"


def test_a_full_disk_leaves_what_was_there_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "q.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    assert said_of(path) == (
        f"{path}: cannot be written: No space left on device; choose another place"
    )
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", forbidden)
    path = tmp_path / "q.pdf"
    assert said_of(path) == f"{path}: cannot be written: Permission denied; choose another place"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "out" / "q.pdf"
    assert said_of(path) == (
        f"{path}: there is no folder {tmp_path / 'out'}; make it first, or name another"
    )
    (tmp_path / "file").touch()
    assert "there is no folder" in said_of(tmp_path / "file" / "q.pdf")


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert said_of(tmp_path) == f"{tmp_path} is a folder; name a file in it"


def test_a_device_is_not_replaced() -> None:
    assert said_of(Path("/dev/null")) == "/dev/null is a device; name an ordinary file"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert "File name too long" in said_of(tmp_path / ("x" * 300))
