"""Loading plugins: a broken one is one line in the list, and everything else works."""

from __future__ import annotations

import pytest

from resellerdesk.extensions.discover import installed
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.load import load_extensions
from resellerdesk.extensions.registry import Extensions, Plugin
from resellerdesk.translation.translate import Translator

from extensions.strangers import Strangers

COFFEE = """
    from toy_family import CoffeeFamily, MachineList, hookimpl
    from toy_family.steps import WORKFLOW

    @hookimpl
    def register_families():
        return [CoffeeFamily()]
"""


def load(
    left_out: tuple[str, ...] = (), disabled: tuple[str, ...] = (), limit: float = 60
) -> Extensions:
    return load_extensions(installed(), left_out, disabled, Guard(limit))


def plugin(extensions: Extensions, name: str) -> Plugin:
    return next(plugin for plugin in extensions.plugins if plugin.name == name)


OURS = set(load().families)
"""What the desk brings itself: software, and whatever else it ships."""


def fault_of(extensions: Extensions, name: str) -> str:
    """The one line that says why a plugin did not load."""
    failed = plugin(extensions, name)
    assert failed.status == "failed"
    assert failed.fault is not None
    line = Translator("en").text(failed.fault.text)
    assert "\n" not in line
    return line


def test_a_strangers_plugin_stands_beside_ours(strangers: Strangers) -> None:
    strangers.register("coffee", "toy_family", "2.1")
    extensions = load()
    coffee = plugin(extensions, "coffee")
    assert (coffee.version, coffee.status, coffee.families) == ("2.1", "loaded", ("coffee",))
    assert plugin(extensions, "software").families == ("software",)
    assert set(extensions.families) == OURS | {"coffee"}
    names = [found.name for found in extensions.plugins]
    assert names == sorted(names)
    assert {"coffee-machines", "software-licenses"} <= set(extensions.layouts)


BROKEN = {
    "raises": ("raise ValueError('no licence found\\nfor this machine')",
               "failed in import: ValueError: no licence found"),
    "exits": ("import sys; sys.exit('good night')", "failed in import: SystemExit: good night"),
    "interrupts": ("raise KeyboardInterrupt", "failed in import: KeyboardInterrupt"),
    "leaves": ("class Away(BaseException): pass\nraise Away('far')",
               "failed in import: Away: far"),
    "nonsense": ("def (", "failed in import: SyntaxError"),
    "needs": ("import a_library_that_is_not_installed",
              "ModuleNotFoundError: No module named 'a_library_that_is_not_installed'"),
    "contract": ("CONTRACT = '2'", "it asks for contract 2; this desk speaks 1.0"),
    "touchy": ("def __getattr__(name): raise RuntimeError(f'do not ask for {name}')",
               "failed in CONTRACT: RuntimeError: do not ask for CONTRACT"),
    "misspelt": (COFFEE.replace("register_families", "register_familys"),
                 "failed in hooks: PluginValidationError: unknown hook 'register_familys'"),
    "hook_raises": (COFFEE.replace("return [", "raise OSError('disk') or ["),
                    "failed in register_families: OSError: disk"),
    "hook_exits": (COFFEE.replace("return [", "raise SystemExit(3) or ["),
                   "failed in register_families: SystemExit: 3"),
    "forgot": (COFFEE.replace("return [CoffeeFamily()]", "CoffeeFamily()"),
               "failed in register_families: TypeError: 'NoneType' object is not iterable"),
    "word": (COFFEE.replace("[CoffeeFamily()]", "['coffee']"),
             "failed in register_families: returned str; Family is wanted"),
    "class_": (COFFEE.replace("CoffeeFamily()", "CoffeeFamily"), "Family is wanted"),
    "late": (COFFEE.replace("return [CoffeeFamily()]",
                            "yield CoffeeFamily(); raise ValueError('late')"),
             "failed in register_families: ValueError: late"),
    "late_exit": (COFFEE.replace("return [CoffeeFamily()]",
                                 "yield CoffeeFamily(); raise SystemExit"),
                  "failed in register_families: SystemExit"),
    "taken": (COFFEE + "    CoffeeFamily = type('Mine', (CoffeeFamily,), {'key': 'software'})",
              "family software is already brought by software"),
    "twice": (COFFEE.replace("[CoffeeFamily()]", "[CoffeeFamily(), CoffeeFamily()]"),
              "family coffee is already brought by twice"),
    "taken_layout": (COFFEE + """
    MachineList = type('Mine', (MachineList,), {'key': 'software-licenses'})
    @hookimpl
    def register_layouts():
        return [MachineList()]
""", "layout software-licenses is already brought by software"),
    "no_headers": (COFFEE + """
    MachineList = type('Mine', (MachineList,), {'headers': ()})
    @hookimpl
    def register_layouts():
        return [MachineList()]
""", "layout Mine: headers is (); wanted is the names of some columns"),
    "nameless": ("""
    from resellerdesk.sdk import Family, hookimpl

    class Nameless(Family):
        def options(self, held, ctx): return []
        def offer(self, held, picked, ctx): ...

    @hookimpl
    def register_families():
        return [Nameless()]
""", "family Nameless has no key; a word in lower case is wanted"),
    "abstract": ("""
    from resellerdesk.sdk import Family, hookimpl

    @hookimpl
    def register_families():
        return [Family()]
""", "failed in register_families: TypeError: Can't instantiate abstract class Family"),
}
for _attribute, _value, _wanted in [
    ("key", "'Two Words'", "key is 'Two Words'; wanted is a word in lower case"),
    ("title", "'Coffee'", "title is 'Coffee'; wanted is a Text"),
    ("details", "dict", "details is <class 'dict'>; wanted is a pydantic model"),
    ("facts", "None", "facts is None; wanted is a pydantic model"),
    ("workflow", "None", "workflow is None; wanted is a Workflow"),
    ("policy", "['grace']", "policy is ['grace']; wanted is PolicyRows"),
    ("catalogue", "None", "catalogue is None; wanted is Products"),
    ("settings", "CoffeeFamily.details", "failed in load: model: Field required"),
    ("key", "property(lambda self: 1 / 0)", "ZeroDivisionError: division by zero"),
    ("workflow", "type(WORKFLOW)((), ())", "states are not each named once: none"),
    ("workflow", "type(WORKFLOW)(WORKFLOW.states, ())",
     "wants one step bound to closed; standard() brings it"),
    ("workflow", "type(WORKFLOW)(WORKFLOW.states[:1], WORKFLOW.steps)",
     "that there is not"),
]:
    BROKEN[f"attribute_{len(BROKEN)}"] = (
        COFFEE + f"    CoffeeFamily = type('Mine', (CoffeeFamily,), {{{_attribute!r}: {_value}}})",
        _wanted,
    )


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_one_line_and_nobody_elses_trouble(
    strangers: Strangers, name: str
) -> None:
    source, wanted = BROKEN[name]
    strangers.install(name, source)
    # One before it and one after it, by name.
    for neighbour in ("a_neighbour", "z_neighbour"):
        strangers.install(neighbour, COFFEE.replace(
            "[CoffeeFamily()]",
            f"[type('Own', (CoffeeFamily,), {{'key': '{neighbour}'}})()]",
        ))
    extensions = load()
    line = fault_of(extensions, name)
    assert line.startswith(f"plugin {name} 1.0 failed in ")
    assert wanted in line
    assert set(extensions.families) == OURS | {"a_neighbour", "z_neighbour"}
    assert plugin(extensions, "software").status == "loaded"


def test_a_plugin_brings_all_that_it_registers_or_nothing(strangers: Strangers) -> None:
    strangers.install("half", COFFEE + """
    @hookimpl
    def register_layouts():
        yield MachineList()
        raise ValueError("the second one is missing")
""")
    extensions = load()
    assert "the second one is missing" in fault_of(extensions, "half")
    assert "coffee" not in extensions.families
    assert "coffee-machines" not in extensions.layouts


def test_one_that_hangs_at_import_is_left_behind(strangers: Strangers) -> None:
    strangers.install("hangs", "import threading; threading.Event().wait()")
    extensions = load(limit=1)
    assert fault_of(extensions, "hangs") == (
        "plugin hangs 1.0 failed in import: no answer within 1 seconds; set aside until the next "
        "start"
    )
    assert set(extensions.families) == OURS


@pytest.mark.parametrize("how", ["left_out", "disabled"])
def test_what_is_switched_off_need_not_load(strangers: Strangers, how: str) -> None:
    strangers.install("broken", "raise ValueError")
    extensions = load(**{how: ("broken",)})  # type: ignore[arg-type]  # one of two names
    assert plugin(extensions, "broken").status == how.replace("_", " ")
    assert list(strangers.imported()) == []
    assert set(extensions.families) == OURS


def test_listing_what_is_installed_imports_nothing(strangers: Strangers) -> None:
    strangers.install("noisy", "raise ValueError")
    assert "noisy" in [found.name for found in installed()]
    assert list(strangers.imported()) == []


def test_an_entry_point_that_leads_nowhere_is_a_fault(strangers: Strangers) -> None:
    strangers.register("gone", "a_module_that_was_removed")
    strangers.register("odd", "no point at all!")
    extensions = load()
    assert "No module named 'a_module_that_was_removed'" in fault_of(extensions, "gone")
    assert "failed in import" in fault_of(extensions, "odd")
    assert set(extensions.families) == OURS


def test_a_distribution_with_damaged_records_hides_nobody(strangers: Strangers) -> None:
    strangers.install("fine", COFFEE)
    (strangers.folder / "resellerdesk_fine-1.0.dist-info" / "METADATA").write_text("")
    damaged = strangers.folder / "damaged-1.0.dist-info"
    damaged.mkdir()
    (damaged / "entry_points.txt").write_text("[resellerdesk]\na line without a sign\n")
    extensions = load()
    assert set(extensions.families) == OURS | {"coffee"}
    assert plugin(extensions, "fine").version == ""


def test_a_point_may_name_something_inside_a_module(strangers: Strangers) -> None:
    strangers.install("inside", """
    import toy_family

    class Registration:
        register_families = staticmethod(toy_family.register_families)

    registration = Registration()
""", point="stranger_inside:registration")
    assert set(load().families) == OURS | {"coffee"}

