"""Prints where we are: each figure as a ratio against its floor, measured in this run."""

from __future__ import annotations

import argparse

from bench import importing, quotes, steps, worklist


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the export")
    parser.add_argument("--quotes", type=int, default=200, help="quotes to draw")
    parser.add_argument("--renewals", type=int, default=1_000_000, help="rows of the worklist")
    parser.add_argument("--rounds", type=int, default=3, help="runs, of which the median counts")
    wanted = parser.parse_args()
    importing.measure(wanted.rows, wanted.rounds)
    print()
    quotes.measure(wanted.quotes, wanted.rounds)
    print()
    steps.measure(wanted.rounds)
    print()
    worklist.measure(wanted.renewals, wanted.rounds)


if __name__ == "__main__":
    main()
