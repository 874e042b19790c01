"""The sample articles in ``seeds/``: front matter of ``key: value`` lines, then the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from analysis.errors import BadSample, SlantError
from analysis.reading.articles import Article
from analysis.text.one_line import one_line

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
"""The folder of the sample articles."""

STYLES = ("plain", "loaded", "opposed")
"""How an event is told, in the order in which samples are listed: as a wire agency would, as a
partisan outlet would, and as a partisan outlet of the other side would."""


class NoSuchSample(SlantError):
    """There is no sample of the name ``slug``; ``there`` are the names there are."""

    def __init__(self, slug: str, there: Sequence[str]) -> None:
        near = get_close_matches(slug[:100], there, 1) or there[:1]
        events = sorted({name.rpartition("-")[0] for name in there})
        super().__init__(
            f"There is no sample called {one_line(slug)[:100]}: give a name such as {near[0]}. "
            f"There are {', '.join(events)}, each with -plain and -loaded, some with -opposed."
        )
        self.slug, self.there = slug, tuple(there)


@dataclass(frozen=True)
class Sample:
    """A sample article.

    ``slug`` is the file's name without its suffix, ``style`` one of ``STYLES``, ``event`` what it
    reports, ``date`` as written, ``text`` the headline, an empty line and the body: the headline
    is the outlet's wording as much as the rest.
    """

    slug: str
    title: str
    style: str
    event: str
    outlet: str
    date: str
    text: str


def samples(folder: Path = SEEDS) -> list[Sample]:
    """Return the sample articles, ordered by event and then by style as in ``STYLES``.

    Raises BadSample if the front matter of a file is wrong.
    """
    paths = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    found = [parse_sample(path.stem, path.read_text(encoding="utf-8")) for path in paths]
    return sorted(found, key=lambda sample: (sample.event, STYLES.index(sample.style)))


def tellings(sample: Sample, among: Iterable[Sample]) -> list[Sample]:
    """Return the other samples that tell the event of ``sample``, in the order of ``among``."""
    return [other for other in among if other.event == sample.event and other.slug != sample.slug]


def twin(sample: Sample, among: Iterable[Sample]) -> Sample | None:
    """Return the sample that ``sample`` is best read beside, None if there is none.

    For a plain telling that is the loaded one of the same event, for any other the plain one.
    """
    wanted = "loaded" if sample.style == "plain" else "plain"
    return next((other for other in tellings(sample, among) if other.style == wanted), None)


def is_invented(text: str) -> bool:
    """Whether ``text`` is a sample's, however it came in: chosen, pasted, or read as a file.

    What stands before it (the headline, front matter) does not matter.
    """
    return text.replace("\r\n", "\n").strip().endswith(_bodies())


def sample_named(slug: str) -> Sample:
    """Return the sample of this ``slug``; raises NoSuchSample, which says what there is."""
    there = {sample.slug: sample for sample in samples()}
    if slug not in there:
        raise NoSuchSample(slug, list(there))
    return there[slug]


def sample_article(sample: Sample) -> Article:
    """Return a sample as an article that was read: what the pages show."""
    return Article(sample.text, sample.title, None, sample.date, None, "markdown")


def own_sample(content: str) -> Sample | None:
    """Return the sample that ``content`` is: the whole of its text, or its body alone, with nothing
    of anybody else's before or after it. None for anything else.

    A sample read as a file has lost its headline, which is in the front matter.
    """
    given = content.replace("\r\n", "\n").strip()
    return next((one for one in samples() if given in (one.text, _body(one))), None)


def _body(sample: Sample) -> str:
    return sample.text.removeprefix(f"{sample.title}\n\n")


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(_body(sample) for sample in samples())


def parse_sample(slug: str, content: str) -> Sample:
    """Parse a sample: ``key: value`` lines between two ``---`` lines, then the body.

    Values are taken as written, without quotes or nesting. All five keys are required and no
    other is allowed. Raises BadSample.
    """
    name = f"{slug}.md"
    head, mark, body = content.removeprefix("---\n").partition("\n---\n")
    if not content.startswith("---\n") or not mark:
        raise BadSample(name, "has no front matter")
    fields: dict[str, str] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(":")
        if not colon or not value.strip() or key in fields:
            raise BadSample(name, f"has a line that is no single “key: value” ({line!r})")
        fields[key] = value.strip()
    keys = {"title", "style", "event", "outlet", "date"}
    if set(fields) != keys:
        raise BadSample(name, f"has other keys than these: {', '.join(sorted(keys))}")
    if fields["style"] not in STYLES:
        raise BadSample(name, f"has the style {fields['style']!r}, not plain, loaded or opposed")
    body = body.strip("\n")
    return Sample(slug=slug, text=f"{fields['title']}\n\n{body}", **fields)
