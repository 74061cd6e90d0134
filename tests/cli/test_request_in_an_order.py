"""The request that a certificate is ordered with reaches the vendor as it was signed."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from cryptography import x509

from cli.typing_in import Typed

REF = "ssl:990200001"


@pytest.fixture
def order(typed: Typed, samples: Path) -> str:
    """The sample certificate is ordered with the sample request."""
    folder = samples / "ssl"
    typed("advance", REF, "check", "--set", f"old=@{folder / 'old.pem'}",
          f"request=@{folder / 'same.csr'}")
    number = typed("quote", REF, "--json").json["number"]
    assert typed("accept", number, "--po", "=2+3").status == 0
    [found] = typed("orders", "--json").json
    return str(found["number"])


def signed(samples: Path) -> str:
    return (samples / "ssl" / "same.csr").read_text("ascii")


def test_in_the_csv_it_stays_a_request_and_what_could_be_run_is_text(
    typed: Typed, order: str, samples: Path, tmp_path: Path
) -> None:
    file = tmp_path / "order.csv"
    typed("orders", order, "--format", "csv", "--out", file)
    content = file.read_bytes().decode("utf-8-sig")
    for written in (content, typed("orders", order, "--format", "csv").out):
        [row] = csv.DictReader(StringIO(written, newline=""))
        assert row["request"].replace("\r\n", "\n") == signed(samples)
        assert x509.load_pem_x509_csr(row["request"].encode()).is_signature_valid
        assert row["purchase_order"] == "'=2+3"


def test_in_the_json_it_stays_as_it_is(typed: Typed, order: str, samples: Path) -> None:
    [found] = typed("orders", order, "--json").json
    [line] = found["lines"]
    assert line["for_vendor"]["request"] == signed(samples)
    assert found["purchase_order"] == "=2+3"
