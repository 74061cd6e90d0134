"""Options that take several values: repeated, or in a row after one `--option`."""

from __future__ import annotations

import click

GREEDY_PAIRS = "pairs"
GREEDY_ALL = "all"


class RowCommand(click.Command):
    """A command some of whose options take values in a row.

    `in_a_row` names them: `all` takes every word up to the next option, but only once the
    command's own arguments were given before or the command does without; `pairs` takes every
    further word that is a NAME=VALUE.
    """

    in_a_row: dict[str, str]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(self._spread(args)))

    def _spread(self, args: list[str]) -> list[str]:
        """Writes `--option A B` as `--option A --option B`."""
        spread: list[str] = []
        words_before = False
        current = ""
        for position, word in enumerate(args):
            if word == "--":
                return [*spread, *args[position:]]
            if word.startswith("-"):
                current = word if word in self.in_a_row else ""
                spread.append(word)
                continue
            previous = args[position - 1] if position else ""
            is_value = previous.startswith("-") and self._takes_value(previous)
            if not is_value and current and self._belongs(current, word, words_before):
                spread += [current, word]
                continue
            spread.append(word)
            if not is_value:
                words_before, current = True, ""
        return spread

    def _belongs(self, option: str, word: str, words_before: bool) -> bool:
        if self.in_a_row[option] == GREEDY_PAIRS:
            return "=" in word
        return words_before or option in self.replaces_arguments

    replaces_arguments: frozenset[str] = frozenset()

    def _takes_value(self, option: str) -> bool:
        name = option.split("=", maxsplit=1)[0]
        if "=" in option:
            return False
        for param in self.params:
            if isinstance(param, click.Option) and name in (*param.opts, *param.secondary_opts):
                return not param.is_flag
        return False


def row_command(
    in_a_row: dict[str, str], replaces_arguments: frozenset[str] = frozenset()
) -> type[RowCommand]:
    """A command class whose named options take values in a row."""
    return type(
        "Rows", (RowCommand,),
        {"in_a_row": in_a_row, "replaces_arguments": replaces_arguments},
    )
