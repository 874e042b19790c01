"""Tables of the model card as HTML."""

from dashboard.model.card import table_html


def test_a_pipe_table_becomes_a_table_that_can_take_the_focus() -> None:
    lines = ["| what | F1 |", "| --- | ---: |", "| `a_b` words | 0.5 |", r"| either \| or | |"]
    assert table_html(lines, "Scores") == (
        '<div class="card-table" role="group" tabindex="0" aria-label="Table: Scores"><table>'
        '<thead><tr><th scope="col">what</th><th scope="col">F1</th></tr></thead><tbody>'
        "<tr><td><code>a_b</code> words</td><td>0.5</td></tr>"
        "<tr><td>either | or</td><td></td></tr>"
        "</tbody></table></div>"
    )


def test_markup_in_a_cell_or_a_name_is_text() -> None:
    made = table_html(["| <b> |", "| --- |", "| `<i>` & |"], 'a "name"')
    assert '<th scope="col">&lt;b&gt;</th>' in made
    assert "<td><code>&lt;i&gt;</code> &amp;</td>" in made
    assert 'aria-label="Table: a &quot;name&quot;"' in made
