"""The accounts at the end of the quarter: the desk against the model, by its public words alone."""

from __future__ import annotations

from quarter.hands import Hands
from quarter.model import Held
from quarter.play import Play


def settle(play: Play) -> None:
    """Nothing acknowledged is missing, nothing refused is there, no number is left out."""
    assert play.hands.people.run("dora", "check")["ok"]
    assert not [part.name for part in play.parts if not part.over]
    for settled in (_histories, _renewals, _quotes, _orders):
        settled(play.hands)


def _histories(at: Hands) -> None:
    """Every step that was acknowledged is in the history, and nothing else."""
    assert at.kept.refs() == set(at.book.held)
    for held in at.book.held.values():
        assert at.kept.log(held.ref) == held.log, held.ref


def _renewals(at: Hands) -> None:
    for held in at.book.held.values():
        if held.taken_back:
            continue
        shown = at.people.run("dora", "show", held.ref)
        assert _stands(shown) == _must_stand(held), held.ref


def _stands(shown: dict[str, object]) -> dict[str, object]:
    wanted = ("state", "phase", "start", "end", "order", "owner", "follow_on", "sku")
    return {**{name: shown[name] for name in wanted},
            "missing": shown["missing_since"] is not None}


def _must_stand(held: Held) -> dict[str, object]:
    now = held.now
    return {
        "state": now.state, "phase": now.phase, "start": str(now.start), "end": str(now.end),
        "order": now.order, "owner": now.owner, "follow_on": now.follow, "sku": now.row["sku"],
        "missing": held.missing,
    }


def _quotes(at: Hands) -> None:
    """As many as were stored, numbered from one on without a gap."""
    kept = at.people.run("dora", "quotes")
    assert [quote["number"] for quote in kept] == [
        f"Q-2026-{n:04d}" for n in range(1, len(at.book.quotes) + 1)
    ]
    for quote in kept:
        must = at.book.quotes[quote["number"]]
        status = "open" if quote["status"] == "expired" else quote["status"]
        assert (quote["revision"], status) == (must.revision, must.status), must


def _orders(at: Hands) -> None:
    kept = at.people.run("dora", "orders")
    assert [order["number"] for order in kept] == [
        f"O-2026-{n:04d}" for n in range(1, len(at.book.orders) + 1)
    ]
    for order in kept:
        must = at.book.orders[order["number"]]
        assert (order["vendor"], order["quote"]) == (must.vendor, must.quote)
        assert order["status"] == at.book.order_status(must), must
        assert {line["ref"] for line in order["lines"]} == set(must.renewals)
