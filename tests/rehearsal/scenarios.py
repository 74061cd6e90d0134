"""What each family is walked with: both faces of an option that changes the way, late or not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rehearsal.walking import Scenario

TODAY = date(2026, 11, 24)


def on_samples(samples: Path) -> dict[str, list[Scenario]]:
    """By family, on the sample desk."""
    old = (samples / "ssl" / "old.pem").read_bytes()
    same, changed = (
        (samples / "ssl" / f"{name}.csr").read_bytes() for name in ("same", "organisation-changed")
    )
    cover = {"inspect": [{"result": "sound"}], "cover": [{"contract": "HC-1"}]}
    hardware = "hardware:2711067223"
    issue = {"issue": [{"serial": "0A1B", "last_day": "2027-06-11"}]}
    compared = {"check": [{"old": old, "request": same}], **issue}
    differs = {"check": [{"old": old, "request": changed}], **issue}
    return {
        "software": [
            Scenario("in time", "software:2368167839", TODAY),
            Scenario("late", "software:3039081424", TODAY),
        ],
        "cloud": [
            Scenario("by hand", "cloud:dd2cefb8-23c9-4fea-aefa-af664c2fb124", TODAY),
            Scenario("automatic", AUTO, TODAY),
            Scenario("late", "cloud:bf0762fe-a5b7-4da7-a787-57a48297d497", TODAY),
        ],
        "hardware": [
            Scenario("in time", "hardware:4218162609", TODAY, hints=cover),
            Scenario("late", hardware, TODAY, hints=cover),
        ],
        "ssl": [
            Scenario("after the end", "ssl:193701318", TODAY, hints=compared),
            Scenario("compared", "ssl:990200001", TODAY, hints=compared),
            Scenario("a changed name", "ssl:990200001", TODAY, "new-12", hints=differs),
            Scenario("express, by itself", "ssl:990200001", TODAY, "trust-center-12+express+auto",
                     hints=compared),
        ],
    }


AUTO = "cloud:1edb8e3c-b519-422b-a6d0-e37de895c151"
COUNTED = {"descale": [{"cups": "20000"}, {"cups": "20000", "burnt_out": "yes"}]}
ON_TOY = [
    Scenario("basic", "coffee:BREW-1", TODAY, "basic-12", COUNTED),
    Scenario("barista", "coffee:BREW-1", TODAY, "barista-12", COUNTED),
    Scenario("late", "coffee:BREW-2", date(2027, 3, 1), hints=COUNTED),
]
