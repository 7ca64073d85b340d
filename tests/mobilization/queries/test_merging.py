"""Two who wrote on the same version of a plan: what each keeps, and where they clash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mobilization.queries.merging import Clash, merge

NOBODY = {"title": "Rails", "goal": "Trains", "structure": ""}


def step(key, text, due=None):
    return {"id": key, "text": text, "due": due}


def content(*steps, **texts):
    parts = {"outcomes": [], "steps": list(steps), "needs": [], "commitments": []}
    return {**NOBODY, **texts, **parts}


ONE, TWO, THREE = step(1, "Plan"), step(2, "Build"), step(3, "Run")
BASE = content(ONE, TWO)


def told(mine, theirs, base=BASE):
    merged, clashes = merge(base, mine, theirs)
    return merged["steps"], clashes


def test_each_keeps_what_only_one_has_touched():
    mine = content(step(1, "Plan"), step(2, "Build", "2027-05-01"), goal="Trains at night")
    theirs = content(step(1, "Plan well"), TWO, THREE, structure="A board")
    merged, clashes = merge(BASE, mine, theirs)
    assert clashes == []
    assert (merged["goal"], merged["structure"]) == ("Trains at night", "A board")
    assert merged["steps"] == [step(1, "Plan well"), step(2, "Build", "2027-05-01"), THREE]


def test_two_fields_of_one_line_are_brought_together():
    mine, theirs = content(step(1, "Plan it"), TWO), content(step(1, "Plan", "2027-05-01"), TWO)
    assert told(mine, theirs) == ([step(1, "Plan it", "2027-05-01"), TWO], [])


def test_a_text_that_both_changed_clashes_and_mine_stands():
    merged, clashes = merge(BASE, content(goal="Mine"), content(goal="Theirs"))
    assert merged["goal"] == "Mine"
    assert clashes == [Clash("goal", line={"goal": "Theirs"})]
    assert merge(BASE, content(goal="Same"), content(goal="Same"))[1] == []


def test_a_field_that_both_changed_clashes_in_its_line():
    mine, theirs = content(ONE, step(2, "Build big")), content(ONE, step(2, "Build small"), THREE)
    assert told(mine, theirs) == (
        [ONE, step(2, "Build big"), THREE],
        [Clash("text", "steps", 1, step(2, "Build small"))],
    )


def test_what_one_took_out_goes_unless_the_other_changed_it():
    assert told(content(ONE), BASE) == ([ONE], [])
    assert told(BASE, content(ONE)) == ([ONE], [])
    changed = step(2, "Build big")
    assert told(content(ONE), content(ONE, changed)) == (
        [ONE, changed],
        [Clash(part="steps", place=1, line=changed)],
    )
    assert told(content(ONE, changed), content(ONE)) == (
        [ONE, changed],
        [Clash(part="steps", place=1)],
    )


def test_new_lines_of_both_stand_and_the_same_words_once():
    mine = content(ONE, TWO, {"text": "Run"}, {"text": "Paint"}, {"text": "Paint"})
    assert told(mine, content(ONE, TWO, THREE)) == (
        [ONE, TWO, THREE, step(None, "Paint"), step(None, "Paint")],
        [],
    )


def test_an_id_that_did_not_stand_there_is_not_believed():
    assert told(content(ONE, TWO, step(9, "Theirs")), BASE)[0][-1] == step(None, "Theirs")


def test_what_a_form_leaves_out_stays():
    dated = content(step(1, "Plan", "2027-05-01"), structure="A board")
    merged, clashes = merge(dated, {"steps": [{"id": 1, "text": "Plan"}]}, dated)
    assert (merged, clashes) == (dated, [])


LINES = st.lists(
    st.tuples(st.integers(1, 4), st.sampled_from("abc")), max_size=4, unique_by=lambda line: line[0]
).map(lambda lines: content(*(step(key, text) for key, text in sorted(lines))))


@given(base=LINES, mine=LINES, theirs=LINES)
def test_whoever_changed_nothing_leaves_everything_to_the_other(base, mine, theirs):
    # Whoever did not see a line cannot have its id.
    known = {line["id"] for line in base["steps"]}
    own = [line if line["id"] in known else {**line, "id": None} for line in mine["steps"]]
    for merged, clashes, expected in (
        (*merge(base, base, theirs), theirs),
        (*merge(base, {**mine, "steps": own}, base), mine),
    ):
        assert clashes == []
        assert sorted(line["text"] for line in merged["steps"]) == sorted(
            line["text"] for line in expected["steps"]
        )


@pytest.mark.parametrize("person", [7, 8])
def test_a_clash_of_people_keeps_the_name_of_the_other(person):
    def promise(who, name):
        return {"id": 5, "person_id": who, "name": name, "text": "Lends a hall", "due": None}

    def promised(who, name):
        return {**BASE, "commitments": [promise(who, name)]}

    found = merge(promised(6, "Ada"), promised(person, "Bo"), promised(8, "Cy"))[1]
    clash = Clash("person_id", "commitments", 0, promise(8, "Cy"))
    assert found == ([] if person == 8 else [clash])
