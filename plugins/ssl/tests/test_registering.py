"""The plugin as the desk finds it."""

from __future__ import annotations

import subprocess
import sys

import pluggy

from resellerdesk.sdk.hookspecs import CONTRACT_VERSION, PROJECT, Hooks

import resellerdesk_ssl


def test_its_hooks_are_those_of_the_contract() -> None:
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.register(resellerdesk_ssl)
    manager.check_pending()
    [families] = manager.hook.register_families()
    [layouts] = manager.hook.register_layouts()
    assert [family.key for family in families] == ["ssl"]
    assert [layout.key for layout in layouts] == ["ssl-orders", "certificate"]
    assert {layout.family for layout in layouts} == {"ssl"}


def test_it_is_written_for_the_contract_of_this_desk() -> None:
    spoken, _, _ = CONTRACT_VERSION.partition(".")
    assert spoken == resellerdesk_ssl.CONTRACT


def test_importing_it_loads_no_more_of_the_desk_than_the_sdk() -> None:
    script = (
        "import sys, resellerdesk_ssl\n"
        "print(*sorted({'.'.join(name.split('.')[:2]) for name in sys.modules"
        " if name.startswith('resellerdesk.')}))"
    )
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(out) == {"resellerdesk.core", "resellerdesk.sdk"}


def test_the_library_for_certificates_is_loaded_when_one_is_checked_and_not_before() -> None:
    script = "import sys, resellerdesk_ssl; print('cryptography' in sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert out.strip() == "False"
