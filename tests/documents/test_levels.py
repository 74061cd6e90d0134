"""A line's other options beside it, and what they would change."""

from __future__ import annotations

from resellerdesk.core.customer_view import CustomerView
from resellerdesk.core.fact import Fact
from resellerdesk.core.text import T
from resellerdesk.core.view_ladder import ViewLadder, ViewRung

from documents.reading import check_layout, printed, text_of, words_of
from documents.samples import line, lines, quote


def rung(key: str, difference: int, response: str | None = None, **kinds: bool) -> ViewRung:
    facts = (Fact("response", T("Response"), response),) if response else ()
    return ViewRung(key, T("{key} support", key=key), facts, difference,
                    kinds.get("quoted", False), kinds.get("current", False))


RUNGS = (rung("Basic", -4_000, "10 days", current=True), rung("Plus", 0, "next day", quoted=True),
         rung("Gold", 123_456, "4 hours"))


def view(*ladders: ViewLadder, count: int = 3) -> CustomerView:
    return quote(lines(count), ladders=ladders)


def part(quoted: CustomerView, name: str) -> str:
    return " ".join(filter(None, (words_of(page, name) for page in printed(quoted).pages)))


REFS = tuple(one.ref for one in lines(3))


def test_each_option_has_its_facts_and_its_difference() -> None:
    quoted = view(ViewLadder(REFS[1:2], RUNGS))
    assert part(quoted, "table.") == (
        "Other options for line 2 Basic support (today) 10 days \u221240.00 "
        "Plus support next day as quoted Gold support 4 hours +1,234.56"
    )
    assert "Choice Response Difference, EUR" in " ".join(text_of(printed(quoted).pdf))


def test_several_lines_are_named_together_and_all_of_them_not_at_all() -> None:
    assert "Other options for lines 1, 3" in part(view(ViewLadder(REFS[::2], RUNGS)), "table.")
    assert "Other options for the same days" in part(view(ViewLadder(REFS, RUNGS)), "table.")


def test_what_differences_are_for_is_said_once() -> None:
    quoted = view(ViewLadder(REFS[:1], RUNGS), ViewLadder(REFS[1:], RUNGS[1:]))
    assert part(quoted, "levels.about").count("before tax") == 1
    assert part(view(), "levels.about") == ""


def test_without_facts_there_are_names_and_differences() -> None:
    bare = (rung("One", 0, quoted=True), rung("Two", 10))
    assert part(view(ViewLadder(REFS, bare)), "table.") == (
        "Other options for the same days One support as quoted Two support +0.10"
    )


def test_the_layout_holds_with_long_words_in_every_language() -> None:
    long = rung("W" * 300 + " name " * 30, 999_999_999_999, "x" * 200)
    odd = quote([line(n) for n in range(60)],
                ladders=(ViewLadder((line(1).ref,), (*RUNGS, long)),) * 7)
    for language in ("en", "fr", "de", "ja", "zh"):
        check_layout(printed(odd, language))
