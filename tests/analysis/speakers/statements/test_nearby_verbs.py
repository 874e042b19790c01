import pytest

from analysis.speakers.statements.nearby_verbs import verb_before


@pytest.mark.parametrize(
    ("before", "cue"),
    [
        ("Joan Hale told them: ", "told"),
        ("The minister called it ", "called"),
        ("The so-called ", None),
        ("The oft‑told ", None),
    ],
)
def test_the_verb_that_leads_in_a_quotation_is_no_part_of_a_compound(
    before: str, cue: str | None
) -> None:
    found = verb_before(before + "“safe limit”", 0, len(before))
    assert (None if found is None else before[slice(*found[0])]) == cue
