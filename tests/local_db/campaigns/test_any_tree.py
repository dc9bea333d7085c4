"""Whatever a tree says, nobody who refused is in an audience: over random trees on random shops, on any day."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.campaigns.model import PrepareOptions
from local_db.campaigns.suppression import latest_orders, suppress
from local_db.segments import tree
from local_db.templates.model import Purpose
from tests.local_db.segments.random_shops import NOW
from tests.local_db.segments.random_trees import leaves, trees
from tests.local_db.segments.test_reference import as_ofs, seeds, shop_of

OPTED_OUT = {"field": "consent", "channel": "sms", "op": "is", "value": "opted_out"}
# Trees that ask for exactly those who must not be written to are among them.
wanted = trees(leaves | st.just(OPTED_OUT) | st.just({"all": []}), 2)


@settings(deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(seed=seeds, node=wanted, as_of=as_ofs, purpose=st.sampled_from(Purpose), required=st.booleans())
def test_nobody_who_refused_is_left_whatever_the_tree(seed, node, as_of, purpose, required):
    shop, evaluator = shop_of(seed)
    roster = evaluator.roster
    matched = evaluator.evaluate(tree.parse(node), now=NOW, as_of=as_of).matched
    left = suppress(
        roster.members,
        matched,
        PrepareOptions(consent_required=required),
        purpose=purpose,
        latest_order=latest_orders(roster.orders, roster.size),
        messaged=np.zeros(roster.size, np.bool_),
    ).numbers.tolist()
    refused = [number for number, member in enumerate(shop.members) if member.consent["sms"] == "opted_out"]
    phones = {int(roster.members.phone_group[number]) for number in refused} - {-1}
    assert set(left).isdisjoint(refused)
    assert all(matched[number] and shop.members[number].flags["has_phone"] for number in left)
    assert phones.isdisjoint(roster.members.phone_group[left].tolist())
