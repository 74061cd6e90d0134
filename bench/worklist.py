"""The worklist of 1,000,000 renewals against that of 1,000: what somebody waits for there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.view_query import Only, ViewQuery
from resellerdesk.desk.viewing import open_view, rows_of, whole_view
from resellerdesk.store.paging import Sort

from bench.desks import AS_OF, desk_of

ALL = ViewQuery(Only.ALL)
FEW, PAGE = 1_000, 38
Work = Callable[[], object]


def measure(rows: int, rounds: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        few = _jobs(_marie(desk_of(folder / "few.db", FEW)))
        many = _jobs(_marie(desk_of(folder / "many.db", rows)))
        print(f"the worklist of                            {FEW:>8}  {rows:>9}")
        for what, work in few.items():
            ours, floor = _took(many[what], rounds), _took(work, rounds)
            print(f"{what:<42} {floor * 1000:6.1f} ms {ours * 1000:6.1f} ms   {ours / floor:8.1f}")


def _marie(desk: Desk) -> Desk:
    """Somebody who owns some of them."""
    return replace(desk, user="marie")


def _took(work: Work, rounds: int) -> float:
    times = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)


def _jobs(desk: Desk) -> dict[str, Work]:
    """What a rep does, by what it is called."""
    ids = whole_view(desk, ALL, AS_OF).ids

    def opens(query: ViewQuery) -> Work:
        return lambda: open_view(desk, query, AS_OF)

    def reads(some: Sequence[int]) -> Work:
        return lambda: rows_of(desk, some, AS_OF)

    sorts = {
        f"first window, by {sort.value}": opens(replace(ALL, sort=sort)) for sort in Sort
    }
    return sorts | {
        "first window, home": opens(ViewQuery()),
        "first window, mine": opens(ViewQuery(mine=True)),
        "a page": reads(ids[len(ids) // 2 :][:PAGE]),
        "the last page": reads(ids[-PAGE:]),
        "filter, overdue": opens(ViewQuery(Only.OVERDUE)),
        "search, a word of everybody's": opens(replace(ALL, search="essential")),
        "search, one letter": opens(replace(ALL, search="e")),
        "search, a number": opens(replace(ALL, search="9000000123")),
        "all ids and sums (nobody waits)": lambda: whole_view(desk, ALL, AS_OF),
    }
