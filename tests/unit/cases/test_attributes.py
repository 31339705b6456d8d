"""Values go into DynamoDB and come back the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.cases.attributes import from_item, to_item
from shared.cases.items import Case, Reply
from tests import samples
from tests.fakes.model import check

_PLAIN = st.one_of(
    st.text(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e100, max_value=1e100),
)
_VALUES = st.recursive(
    _PLAIN | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(min_size=1), _VALUES | st.sets(st.text(), min_size=1)))
def test_values_come_back_as_they_were(values: dict[str, Any]) -> None:
    item = to_item(values)
    check("dynamodb", "PutItem", {"TableName": "a-table", "Item": item})
    assert from_item(item) == {name: value for name, value in values.items() if value is not None}


@given(st.booleans(), st.integers(0, 9))
def test_truth_is_no_number(truth: bool, number: int) -> None:
    item = to_item({"truth": truth, "number": number})
    assert (item["truth"], item["number"]) == ({"BOOL": truth}, {"N": str(number)})


def test_what_no_item_of_ours_holds_is_refused_by_its_type() -> None:
    with pytest.raises(TypeError, match="no attribute for a complex"):
        to_item({"a": 1j})


def test_a_case_and_a_reply_survive_the_table() -> None:
    for given_ in (samples.case(promises=(samples.promise(),)), samples.reply()):
        values = from_item(to_item(given_.model_dump(mode="json", exclude_none=True)))
        model: type[Case | Reply] = type(given_)
        assert model.model_validate(values) == given_
