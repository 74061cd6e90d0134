"""How Hypothesis runs: the same examples every time, few enough for every commit.

`pytest --hypothesis-profile=long` searches further, with new examples at each run.
"""

from __future__ import annotations

from hypothesis import settings

settings.register_profile(
    "ci", derandomize=True, max_examples=60, deadline=None, database=None, print_blob=False
)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("ci")
