"""`resellerdesk orders`."""

from __future__ import annotations

from pathlib import Path

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.desk.order_content import KINDS, order_content, order_csv, order_json
from resellerdesk.desk.ordering import OrderShown, give_out, list_orders, show_order
from resellerdesk.files.whole import written_after


@click.command()
@click.argument("number", required=False)
@click.option("--format", "kind", type=click.Choice(KINDS), default="json",
              show_default=True, help="What --out writes.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE",
              help="Write the order out: the history records that it was given out.")
@everywhere
@click.pass_obj
def orders(session: Session, number: str | None, kind: str, out: Path | None) -> None:
    """List what goes to each vendor, or show one order, or give it out."""
    if number is None:
        if out is not None:
            raise click.UsageError("--out wants the NUMBER of an order")
        _print([*list_orders(session.desk)], session)
        return
    shown = show_order(session.desk, number)
    if out is not None:
        with written_after(out, order_content(session.desk, shown, kind, session.translator)):
            give_out(session.desk, number, str(out))
        shown = show_order(session.desk, number)
    elif kind == "csv" and not session.json:
        click.echo(order_csv(shown, session.translator).decode("utf-8-sig"), nl=False)
        return
    _print([shown], session)


def _print(found: list[OrderShown], session: Session) -> None:
    if session.json:
        print_json([order_json(shown, session.translator) for shown in found])
        return
    if not found:
        tell("no orders yet; accept makes them")
        return
    print_columns(
        ["Order", "Vendor", "Quote", "Purchase order", "Status", "As of", "Given out"],
        [
            [s.order.number, s.order.vendor, s.order.quote, s.order.purchase_order, s.status,
             str(s.order.as_of), s.given_out or ""]
            for s in found
        ],
    )
    if len(found) == 1:
        for part in found[0].order.ordered:
            for line in part.lines:
                say(f"  {line.ref}  {line.sku}  {line.period.start} {line.period.end}  "
                    f"{line.quantity}")
