"""Compounds that English spells with a hyphen, where the word list does not tell.

The word list has many compounds without their hyphen (longterm, rightwing). The sets were drawn up
by breaking the hyphenated and the plain words of news articles at a line end and reading what
came out wrong.
"""

from __future__ import annotations

from analysis.text.function_words import words

FIRST_PARTS = words(
    "anti cross half hard high long low mid multi non quasi self semi short vice well wide two "
    "three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty "
    "ninety ultra"
)
"""First parts that a hyphen follows before a word."""

SOMETIMES_FIRST_PARTS = words(
    "all co ex far full ill off old over post pre pro re second so third under"
)
"""First parts that begin undivided words as well: off-duty but offend, all-party but allowed."""

CLOSED = words(
    "antibiotic antibiotics antibodies antibody antidote antiseptic antisocial antitrust "
    "crossbar crossfire crossover crossroad crossroads crosswalk crossword crosswords halftime "
    "halfway hardback hardball hardcover hardline hardliner hardliners hardware hardwood "
    "highland highlands highlight highlighted highlighting highlights highway highways longhorn "
    "longtime lowland lowlands midday midfield midfielder midfielders midget midlands midnight "
    "midst midsummer midterm midterms midtown midway midweek midwife midwinter midwives "
    "multilateral multimedia multinational multiple nonchalant nonfiction nonprofit nonprofits "
    "nonsense semicolon semiconductor semiconductors semifinal semifinalist semifinals "
    "shortfall shortfalls shorthand shortstop tenants twofold ultrasound ultraviolet viceroy "
    "welfare widespread"
)
"""Words that begin like one of ``FIRST_PARTS`` and have no hyphen."""

SECOND_PARTS = words(
    "based called collar elect fashioned minded owned related wing winger wingers wings"
)
"""Second parts that a hyphen stands before (blue-collar, right-wing)."""

PAIRS = words(
    "all-time best-selling big-time brand-new day-long decision-making deep-water first-hand "
    "first-time follow-up fourth-quarter front-runner front-runners full-time ground-breaking "
    "hand-picked head-on heavy-handed home-grown hour-long left-hand life-saving man-made "
    "month-long one-man one-time op-ed part-time policy-maker policy-makers post-war pre-war "
    "prime-time real-time right-hand run-up second-hand sit-in stand-off stock-market "
    "third-quarter walk-out week-long witch-hunt would-be year-end year-long"
)
"""Compounds whose parts tell nothing."""

AFTER_CO = words(
    "author authored authors chair chairman chairs creator defendant defendants founded founder "
    "founders host hosts owned owner owners pilot producer sponsor sponsored sponsors star "
    "stars worker workers writer"
)
"""Words that are joined to “co” with a hyphen; others have none (coordinate, coincidence)."""

NAME_PARTS = words("mc mac fitz")
"""First parts of names that a capital follows without a hyphen (McKay)."""

ENDINGS = words(
    "able age al an ance ant ants ar ate ated ation ations ed en ence ent er ers es est fold "
    "ful hood ial ian ible ic ical ies ily ing ings ion ions ish ism ist ists ity ive ize ized "
    "less ling ly man ment ments ness or ous ship sion sions some son ster ted teen teenth ter "
    "ters tic tics ties tion tional tions tive ton tor tors ture tures ty ure ward wards ways "
    "wise"
)
"""Ends of words that the word list has as words or names of their own."""
