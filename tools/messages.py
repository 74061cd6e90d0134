"""Lists the messages of T("...") and Text("...") in our sources, and brings catalogues up to date.

    python tools/messages.py                          what the host says to a customer
    python tools/messages.py --write                  the same into the host's .po files
    python tools/messages.py PACKAGE --po FILE...     a plugin's messages into its own .po files

Writing keeps what is translated, adds what is new with an empty translation, and drops what is
gone. A message that is no literal, or whose fields are not its arguments, ends it with status 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from resellerdesk.sdk.testing.messages import Message, faults_in, fields_of, messages_in

__all__ = ["customer_reads", "faults_in", "fields_of", "merged", "messages_in", "read_catalogue"]

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "resellerdesk" / "translation" / "locale"
CUSTOMER_READS = (
    "resellerdesk/core/derivation.py",
    "resellerdesk/core/letter.py",
    "resellerdesk/core/longer_term.py",
    "resellerdesk/core/quote_notes.py",
    "resellerdesk/core/tax.py",
    "resellerdesk/core/validity.py",
    "resellerdesk/documents",
    "resellerdesk/translation",
)
"""Where the host's words for a customer stand; what a rep alone reads stays English for now."""


def customer_reads() -> list[Path]:
    return [ROOT / path for path in CUSTOMER_READS]


def read_catalogue(file: Path) -> Catalog:
    with file.open("rb") as source:
        return read_po(source, locale=file.parent.parent.name, abort_invalid=True)


def merged(found: Sequence[Message], old: Catalog | None) -> str:
    """The text of a catalogue: all that was found, with the translations of the old one."""
    entries: dict[str, tuple[str, list[str]]] = {}
    for message in found:
        plural, files = entries.get(message.message, ("", []))
        file = message.place.rpartition(":")[0]
        entries[message.message] = (plural or message.plural, sorted({*files, file}))
    blocks = [_header(old)] if old is not None else []
    blocks += [_entry(text, plural, files, old) for text, (plural, files) in entries.items()]
    return "\n".join(blocks)


def _header(old: Catalog) -> str:
    lines = (
        f"Language: {old.locale_identifier}\n", "MIME-Version: 1.0\n",
        "Content-Type: text/plain; charset=utf-8\n", "Content-Transfer-Encoding: 8bit\n",
        f"Plural-Forms: {old.plural_forms}\n",
    )
    return 'msgid ""\nmsgstr ""\n' + "".join(f"{_quoted(line)}\n" for line in lines)


def _entry(text: str, plural: str, files: list[str], old: Catalog | None) -> str:
    known = old.get(text) if old is not None else None
    comments = known.user_comments if known is not None else []
    written = known.string if known is not None and not known.fuzzy else ""
    forms = list(written) if isinstance(written, (list, tuple)) else [written or ""]
    lines = [f"# {comment}" for comment in comments]
    lines += [*(f"#: {file}" for file in files), f"msgid {_quoted(text)}"]
    if not plural:
        return "\n".join([*lines, f"msgstr {_quoted(forms[0])}"]) + "\n"
    forms += [""] * ((old.num_plurals if old is not None else 2) - len(forms))
    lines.append(f"msgid_plural {_quoted(plural)}")
    lines += [f"msgstr[{n}] {_quoted(form)}" for n, form in enumerate(forms)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    for char, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(char, escaped)
    return f'"{text}"'


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders of sources")
    parser.add_argument("--po", nargs="+", type=Path, default=[], help="catalogues to update")
    parser.add_argument("--write", action="store_true", help="update the host's catalogues")
    asked = parser.parse_args()
    paths = asked.paths or customer_reads()
    if asked.write and asked.paths:
        parser.error("--write is of the host's own messages; name a plugin's catalogues with --po")
    catalogues = [*asked.po, *(sorted(LOCALES.glob("*/*/*.po")) if asked.write else [])]
    found = messages_in(paths)
    for file in catalogues:
        file.write_text(merged(found, read_catalogue(file)), encoding="utf-8")
    if not catalogues:
        sys.stdout.write(merged(found, None))
    faults = faults_in(paths)
    sys.stderr.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
