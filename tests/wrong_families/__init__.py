"""Coffee machines, each with one thing wrong: what a plugin's author may get wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toy_family.family import CoffeeFamily
from wrong_families.answers import (
    AnswersWithAString,
    ChargesAYearWhateverIsPicked,
    ChargesWhatNobodyPrices,
    OffersOneKeyTwice,
    RecommendsBothAtACut,
    RecommendsNothingLate,
    RunsBelowItsFloor,
    StartsAfterItsCeiling,
    StumblesOverAnOddModel,
    StumblesOverItsLastDay,
)
from wrong_families.impure import (
    AsksTheMaker,
    CountsTheCups,
    DefaultsToToday,
    MarksTheCatalogue,
    ReadsAPriceFile,
    RemembersWhatItWasAsked,
    StampsWhatItSays,
    StartsToday,
    ThrowsDice,
)
from wrong_families.shipping import (
    HasAPlainTitle,
    LosesTypesInJson,
    ShipsANeighboursRule,
    ShipsARuleThatDoesNotFit,
)
from wrong_families.wording import (
    ForgetsAnArgument,
    NamesNoCatalogue,
    SaysATitleInOneLanguage,
    SpellsKeysWithSpaces,
    WritesSentencesOut,
    WritesTheEndOut,
    WritesWordsIntoArguments,
)
from wrong_families.workflows import (
    CannotBeCancelledOnceSigned,
    CannotBeOpenedAgain,
    CannotBeQuotedWhileAway,
    NeverDoneWithRepair,
    NobodySendsItToStorage,
    StumblesWhileOrdering,
)

CHECK: Mapping[Callable[[], CoffeeFamily], str] = {
    RemembersWhatItWasAsked: "the_same_question_has_the_same_answer",
    ThrowsDice: "the_same_question_has_the_same_answer",
    CountsTheCups: "nothing_handed_in_is_changed",
    MarksTheCatalogue: "nothing_handed_in_is_changed",
    StartsToday: "the_clock_is_not_read",
    StampsWhatItSays: "the_clock_is_not_read",
    DefaultsToToday: "the_clock_is_not_read",
    AsksTheMaker: "the_network_is_not_used",
    ReadsAPriceFile: "the_machine_is_not_touched",
    NeverDoneWithRepair: "no_state_is_a_trap",
    NobodySendsItToStorage: "every_state_is_reached",
    CannotBeQuotedWhileAway: "every_open_state_takes_a_quote",
    CannotBeCancelledOnceSigned: "every_ordered_state_can_be_cancelled",
    CannotBeOpenedAgain: "the_desk_s_own_ways_are_there",
    RecommendsNothingLate: "one_option_is_recommended",
    RecommendsBothAtACut: "one_option_is_recommended",
    RunsBelowItsFloor: "floors_are_kept",
    StartsAfterItsCeiling: "floors_are_kept",
    WritesSentencesOut: "texts_can_be_translated",
    WritesTheEndOut: "texts_can_be_translated",
    WritesWordsIntoArguments: "texts_can_be_translated",
    NamesNoCatalogue: "texts_can_be_translated",
    ForgetsAnArgument: "texts_can_be_translated",
    ChargesWhatNobodyPrices: "charges_have_prices",
    ChargesAYearWhateverIsPicked: "what_was_picked_is_charged",
    OffersOneKeyTwice: "answers_are_sound",
    SaysATitleInOneLanguage: "answers_are_sound",
    SpellsKeysWithSpaces: "keys_are_plain",
    AnswersWithAString: "answers_have_their_types",
    StumblesOverAnOddModel: "nothing_raises",
    StumblesOverItsLastDay: "nothing_raises",
    StumblesWhileOrdering: "nothing_raises",
    LosesTypesInJson: "models_survive_json",
    ShipsANeighboursRule: "rules_and_products_are_its_own",
    HasAPlainTitle: "it_is_complete",
    ShipsARuleThatDoesNotFit: "rules_and_products_are_its_own",
}
"""The one check that each is to fail."""
