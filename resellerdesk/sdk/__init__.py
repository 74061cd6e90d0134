"""What a plugin may import: the contract's types under their public names, and nothing else."""

from resellerdesk.core.catalogue import Catalogue, Product
from resellerdesk.core.charge import Charge, Late, Offer, Once, Recurring, Role, Share
from resellerdesk.core.entitlement import Context, Entitlement, Holding, Nothing, Renewal
from resellerdesk.core.fact import Bars, Fact, Finding, Milestone, Table
from resellerdesk.core.money import Money
from resellerdesk.core.option import AddOn, Option, Picked
from resellerdesk.core.period import Period, months_later, term, term_end
from resellerdesk.core.phase import Phase
from resellerdesk.core.policy import Policy, PolicyRow
from resellerdesk.core.situation import Situation, gone_after, grace_end
from resellerdesk.core.standard_steps import Acceptance, Reason, Seen, standard
from resellerdesk.core.text import Text, Value, texts
from resellerdesk.core.workflow import Effect, Finish, On, State, Step, Workflow
from resellerdesk.sdk.family import AnyFamily, Family, Read
from resellerdesk.sdk.fields import Amount, Days, File
from resellerdesk.sdk.hookspecs import CONTRACT_VERSION, hookimpl
from resellerdesk.sdk.layout import Cell, Imported, Layout, Rejected, Sighting, Source

__all__ = [
    "CONTRACT_VERSION",
    "Acceptance",
    "AddOn",
    "Amount",
    "AnyFamily",
    "Bars",
    "Catalogue",
    "Cell",
    "Charge",
    "Context",
    "Days",
    "Effect",
    "Entitlement",
    "Fact",
    "Family",
    "File",
    "Finding",
    "Finish",
    "Holding",
    "Imported",
    "Late",
    "Layout",
    "Milestone",
    "Money",
    "Nothing",
    "Offer",
    "On",
    "Once",
    "Option",
    "Period",
    "Phase",
    "Picked",
    "Policy",
    "PolicyRow",
    "Product",
    "Read",
    "Reason",
    "Recurring",
    "Rejected",
    "Renewal",
    "Role",
    "Seen",
    "Share",
    "Sighting",
    "Situation",
    "Source",
    "State",
    "Step",
    "Table",
    "Text",
    "Value",
    "Workflow",
    "gone_after",
    "grace_end",
    "hookimpl",
    "months_later",
    "standard",
    "term",
    "term_end",
    "texts",
]
