"""Makes the quote's fonts from the full ones: `python tools/fonts/build.py SOURCES DESTINATION`.

SOURCES is a folder that holds, at any depth, the TrueType files and `LICENSE_FONT` texts of the
npm packages `@expo-google-fonts/source-sans-3`, `@expo-google-fonts/noto-sans-jp` and
`@expo-google-fonts/noto-sans-sc`, unpacked as `npm pack` and `tar` leave them (`make fonts` does
both). The fonts come out without hints and without layout tables, because reportlab reads neither,
and cut to the characters a quote can need. The same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

REGULAR, SEMIBOLD = 400, 600
DIGITS = "0123456789"
KEPT_TABLES = {"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]

ASCII_AND_LATIN_1 = ((0x0020, 0x007E), (0x00A0, 0x00FF))
WESTERN = (
    *ASCII_AND_LATIN_1,
    (0x0100, 0x024F),  # Latin Extended-A and -B
    (0x02B0, 0x036F),  # modifiers and combining accents
    (0x0370, 0x052F),  # Greek, Cyrillic
    (0x1E00, 0x1FFF),  # Latin Extended Additional, Greek Extended
    (0x2000, 0x22FF),  # punctuation, currency, letter-like, fractions, arrows, mathematics
    (0x2460, 0x24FF),  # circled
    (0x25A0, 0x27BF),  # shapes, ballot boxes, ticks
    (0xFB00, 0xFB06),  # ligatures that stand in the data as characters
)
EAST_ASIAN = (
    *ASCII_AND_LATIN_1,
    (0x2010, 0x2027),  # dashes, quotes, ellipsis
    (0x20A0, 0x20CF),  # currency
    (0x3000, 0x30FF),  # punctuation, hiragana, katakana
    (0xFF01, 0xFFEE),  # full and half width
)


@dataclass(frozen=True, slots=True)
class Cut:
    """One font to make. `codecs` name the national sets whose characters it keeps.

    `family` is the name inside the file: the licence reserves "Source" for Adobe's own builds, so a
    cut of Source Sans has to carry another one.
    """

    source: str
    licence_of: str
    file: str
    family: str
    weight: int
    blocks: tuple[tuple[int, int], ...]
    codecs: tuple[str, ...] = ()
    must_have: str = ""


SOURCE_SANS, NOTO_JP, NOTO_SC = "source-sans-3", "noto-sans-jp", "noto-sans-sc"
WESTERN_SAMPLE = "Société – Überlingen 12 345,67 €\u00a0\u202f\u2212 Łódź Ελλάς Москва ẞ"
JAPANESE_SAMPLE = "株式会社さくら商事髙﨑㈱①ｶﾞ"
CHINESE_SAMPLE = "上海晨光贸易有限公司"
CUTS = (
    Cut("SourceSans3_400Regular.ttf", SOURCE_SANS, "SourceSans3-Regular.ttf",
        "ResellerDesk Sans", REGULAR, WESTERN, must_have=WESTERN_SAMPLE),
    Cut("SourceSans3_600SemiBold.ttf", SOURCE_SANS, "SourceSans3-SemiBold.ttf",
        "ResellerDesk Sans", SEMIBOLD, WESTERN, must_have=WESTERN_SAMPLE),
    # cp932 beside JIS X 0208: the letters that Japanese names and companies need and that
    # Windows brought, such as 髙, 﨑 and ㈱.
    Cut("NotoSansJP_400Regular.ttf", NOTO_JP, "NotoSansJP-Regular.ttf",
        "Noto Sans JP", REGULAR, EAST_ASIAN, ("euc_jp", "cp932"), JAPANESE_SAMPLE),
    Cut("NotoSansJP_600SemiBold.ttf", NOTO_JP, "NotoSansJP-SemiBold.ttf",
        "Noto Sans JP", SEMIBOLD, EAST_ASIAN, ("euc_jp", "cp932"), JAPANESE_SAMPLE),
    Cut("NotoSansSC_400Regular.ttf", NOTO_SC, "NotoSansSC-Regular.ttf",
        "Noto Sans SC", REGULAR, EAST_ASIAN, ("gb2312",), CHINESE_SAMPLE),
    Cut("NotoSansSC_600SemiBold.ttf", NOTO_SC, "NotoSansSC-SemiBold.ttf",
        "Noto Sans SC", SEMIBOLD, EAST_ASIAN, ("gb2312",), CHINESE_SAMPLE),
)  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sources", type=Path)
    parser.add_argument("destination", type=Path)
    given = parser.parse_args()
    given.destination.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        made = given.destination / cut.file
        write(cut, found(given.sources, cut.source), made)
        print(f"{made}: {made.stat().st_size:,} bytes")
        licence = found(given.sources, "LICENSE_FONT", within=cut.licence_of)
        shutil.copyfile(licence, given.destination / f"OFL-{cut.licence_of}.txt")
    return 0


def found(sources: Path, name: str, within: str = "") -> Path:
    """The first file of that name, in a folder that has `within` in its path."""
    for path in sorted(sources.rglob(name)):
        if within in str(path.relative_to(sources)):
            return path
    sys.exit(f"{sources}: no {name} {f'under {within} ' if within else ''}in it")


def write(cut: Cut, source: Path, made: Path) -> None:
    with TTFont(source, recalcTimestamp=False) as font:
        options = Options(
            hinting=False, layout_features=[], notdef_outline=True, glyph_names=False,
            name_IDs=KEPT_NAMES, recalc_timestamp=False,
        )  # fmt: skip
        options.drop_tables = sorted(set(font.keys()) - KEPT_TABLES - {"GlyphOrder"})
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=characters(cut))
        subsetter.subset(font)
        rename(font, cut)
        check(font, cut)
        font.save(made)


def characters(cut: Cut) -> set[int]:
    wanted = {code for first, last in cut.blocks for code in range(first, last + 1)}
    wanted.update(code for codec in cut.codecs for code in national_set(codec))
    # Format characters draw nothing and would only reach the text layer.
    return {code for code in wanted if unicodedata.category(chr(code)) != "Cf"}


def national_set(codec: str) -> Iterator[int]:
    """What the codec holds in two bytes: the national standard itself."""
    for first in range(0x81, 0xFF):
        for second in range(0x40, 0xFF):
            text = bytes((first, second)).decode(codec, errors="ignore")
            # Rows 95 on of cp932 are the user's own area.
            if len(text) == 1 and ord(text) > 0x7F and unicodedata.category(text) != "Co":
                yield ord(text)


def rename(font: TTFont, cut: Cut) -> None:
    """Names that say what this is: a cut, and whose."""
    style = {REGULAR: "Regular", SEMIBOLD: "SemiBold"}[cut.weight]
    full = f"{cut.family} {style}"
    postscript = f"{cut.family.replace(' ', '')}-{style}"
    table = font["name"]
    version = f"{table.getDebugName(5)}; cut for ResellerDesk"
    names = {1: cut.family, 2: "Regular", 3: f"ResellerDesk;{postscript}", 4: full, 5: version}
    if style != "Regular":
        names |= {1: full, 16: cut.family, 17: style}
    for name_id, text in {**names, 6: postscript}.items():
        table.removeNames(nameID=name_id)
        table.setName(text, name_id, 3, 1, 0x409)


def check(font: TTFont, cut: Cut) -> None:
    """Refuses a font that could not print a quote: a letter missing, digits that do not align."""
    glyphs = font.getBestCmap()
    missing = [letter for letter in cut.must_have if ord(letter) not in glyphs]
    if missing:
        sys.exit(f"{cut.source}: has no {' '.join(missing)}")
    widths = {font["hmtx"][glyphs[ord(digit)]][0] for digit in DIGITS}
    if len(widths) > 1:
        sys.exit(f"{cut.source}: its default digits are not tabular (widths {sorted(widths)})")
    if left := set(font.keys()) - KEPT_TABLES - {"GlyphOrder"}:
        sys.exit(f"{cut.source}: still has the tables {', '.join(sorted(left))}")


if __name__ == "__main__":
    sys.exit(main())
