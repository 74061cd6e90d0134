"""What becomes of a stored quote, as forms: the customer's yes or no, and its PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from resellerdesk.core.close_reason import CLOSE_REASONS
from resellerdesk.core.text import T, Text
from resellerdesk.desk.accepting import accept
from resellerdesk.desk.answering import Given, SignedFile, answer_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.sending import Sent, mail, write_message
from resellerdesk.desk.settings import get_setting
from resellerdesk.files.given import read_file
from resellerdesk.files.whole import write_whole
from resellerdesk.store.quotes import StoredQuote
from resellerdesk.tui.form import Field, Form, Values
from resellerdesk.tui.stepping import day_of

Then = Callable[[None], None]
ALL = "-"


def accept_form(
    desk: Desk, stored: StoredQuote, as_of: date, then: Callable[[Sequence[Text]], None]
) -> Form[Sequence[Text]]:
    """The customer's purchase order, the day, which of the lines or which alternative; or their
    signed copy, which says it itself. `then` gets what there is to tell of that."""
    others = [(other.key, other.key) for other in stored.quote.alternatives]
    fields = [
        Field("po", T("Purchase order, if the copy has none"), required=False),
        Field("on", T("Accepted on, if not today"), "date", required=False),
        *([Field("alternative", T("Which way"), "choice", False,
                 [(ALL, stored.number), *others], ALL)] if others else []),
        Field("only", T("Only these REFs, if not all"), required=False),
        Field("file", T("The signed copy"), "file", False),
    ]

    def do(values: Values) -> Sequence[Text]:
        on, copy = values["on"].strip(), values["file"].strip()
        answer, told = answer_of(desk, Given(
            stored.number, values["po"].strip(), day_of(on) if on else None,
            tuple(values["only"].replace(",", " ").split()), _alternative(values),
            SignedFile(Path(copy).name, read_file(Path(copy))) if copy else None,
        ), as_of)
        accept(desk, answer)
        return told

    def command(values: Values) -> list[str]:
        words = ["accept", stored.number]
        for name, value in (("--po", values["po"]), ("--on", values["on"])):
            words += [name, value] if value else []
        for ref in values["only"].replace(",", " ").split():
            words += ["--only", ref]
        for name, value in (("--alternative", _alternative(values)), ("--file", values["file"])):
            words += [name, value] if value else []
        return words

    return Form(T("The customer accepts"), [stored.number], f"accept {stored.number}", fields, do,
                then, command)


def _alternative(values: Values) -> str:
    chosen = values.get("alternative", ALL)
    return "" if chosen == ALL else chosen


def decline_form(desk: Desk, number: str, then: Then) -> Form[None]:
    fields = [Field("reason", T("Reason"), "choice", True, _reasons()),
              Field("note", T("What the customer said"), required=False)]

    def do(values: Values) -> None:
        decline(desk, number, values["reason"], values["note"])

    return Form(T("The customer declines"), [number], f"decline {number}", fields, do, then,
                lambda values: _ending("decline", number, values))


def withdraw_form(desk: Desk, number: str, then: Then) -> Form[None]:
    fields = [Field("reason", T("Reason"), "choice", False, [("", "-"), *_reasons()]),
              Field("note", T("Why"), required=False)]

    def do(values: Values) -> None:
        withdraw(desk, number, values["reason"], values["note"])

    return Form(T("Take the quote back"), [number], f"withdraw {number}", fields, do, then,
                lambda values: _ending("withdraw", number, values))


def _reasons() -> list[tuple[str, str]]:
    return [(key, key.replace("_", " ")) for key in CLOSE_REASONS]


def _ending(command: str, number: str, values: Values) -> list[str]:
    words = [command, number]
    for name in ("reason", "note"):
        words += [f"--{name}", values[name]] if values[name] else []
    return words


def pdf_form(desk: Desk, stored: StoredQuote, then: Callable[[str], None]) -> Form[str]:
    """Where to write the PDF as it was issued."""
    fields = [Field("file", T("Write it to"), "file", value=f"{stored.number}.pdf")]

    def do(values: Values) -> str:
        path = Path(values["file"].strip()).expanduser()
        write_whole(path, issued_pdf(desk, stored.number, stored.revision))
        return str(path)

    return Form(T("PDF"), [stored.number], f"pdf {stored.number}", fields, do, then,
                lambda values: ["quotes", stored.number, "--pdf", values["file"]])


def send_form(
    desk: Desk, number: str, to: str, as_of: date, then: Callable[[Sent], None]
) -> Form[Sent]:
    """To whom, and whether by the mail server or as a file for a mail program."""
    by_server = bool(get_setting(desk, "smtp.host"))
    fields = [
        Field("to", T("To"), value=to),
        Field("how", T("How"), "choice", True, [("send", "mail server"), ("file", ".eml file")],
              "send" if by_server else "file"),
        Field("outbox", T("Folder for the file"), "file", False, value="."),
    ]

    def do(values: Values) -> Sent:
        if values["how"] == "send":
            return mail(desk, number, as_of, values["to"])
        folder = Path(values["outbox"].strip() or ".").expanduser()
        return write_message(desk, number, as_of, folder, values["to"])

    def command(values: Values) -> list[str]:
        how = ["--send"] if values["how"] == "send" else ["--outbox", values["outbox"]]
        return ["send", number, *how, "--to", values["to"]]

    return Form(T("Send it"), [number], f"send {number}", fields, do, then, command)
