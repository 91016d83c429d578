"""What traces to a promise, for the rules that look for surplus. Source: plan format, law 9.

While nothing traces to a promise, it is not known what does not: then there is no surplus to speak of.
"""

from itertools import chain, compress
from operator import not_

from mvo_tui.plan.back_references import JourneyLinks
from mvo_tui.plan.index import PlanIndex

READS = ("journey_links", "promise_ids")
"""What `is_anything_traced` and `processes_that_serve` read."""


def is_anything_traced(index: PlanIndex) -> bool:
    """Whether some touchpoint serves a promise that exists."""
    return index.look(_serves_any, index.journey_links, index.promise_ids)


def processes_that_serve(index: PlanIndex) -> frozenset[str]:
    """The ids of the processes behind a touchpoint that serves a promise."""
    promises = index.kept("touchpoints", "promises")
    if all(promises) and index.promise_ids.issuperset(index.promises_in_journey):  # then every touchpoint serves one
        return index.processes_in_journey
    return index.look_for_same(_behind_what_serves, index.journey_links, index.promise_ids)


def _behind_what_serves(links: JourneyLinks, known: frozenset[str]) -> frozenset[str]:
    serving = map(not_, map(known.isdisjoint, links.promises))
    return frozenset(chain.from_iterable(compress(links.processes, serving)))


def _serves_any(links: JourneyLinks, known: frozenset[str]) -> bool:
    return any(not known.isdisjoint(promises) for promises in links.promises)
