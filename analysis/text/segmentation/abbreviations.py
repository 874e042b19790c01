"""Word lists for finding sentence ends: abbreviations by what can follow, usual first words.

Abbreviations are written without their last full stop; inner stops stay (``Ph.D``). Lower case
unless the capital matters. The lists are chosen for English news text.
"""

from __future__ import annotations

from analysis.text.function_words import words

TITLES = words(
    """Mr Mrs Ms Mx Dr Drs Prof Profs Rep Reps Sen Sens Gov Govs Lt Col Gen Gens Maj Capt Cmdr
    Cdr Comdr Cpl Sgt Sgts Pvt Pfc Adm Adml Rev Revs Hon Fr Br Msgr Messrs Mme Mmes Mlle
    Supt Det Insp Atty Attys Pres Amb Brig Cllr Cllrs Const Ens Sec Treas Supt Dir Asst
    Assoc Hr Sra Srta Spc Ssgt Msgt Del Mt Mts Ft Pt St Ste Sts
    Ald Bp Abp Archbp Chf Cmsr Comm Cpt Dcn Lcpl Ofc Ofcr Offr Rt Supv Wm Geo Chas Thos Jas Jos
    Robt Benj Saml"""
)
"""Titles and shortened first names before a name; one ends a sentence only if it is also in
``MAY_END`` and a word of ``FIRST_WORDS`` follows. In capitals (``MR.``) too, before capitals."""

NEVER_LAST = words(
    """vs v viz cf i.e e.g ie eg approx appr ca circa incl excl est resp esp op cit ed eds trans
    transl pseud misc orig prev a.k.a aka d.b.a f.k.a n.b q.v sc"""
)
"""Abbreviations that introduce what follows, and so never end a sentence."""

BEFORE_NUMBER = words(
    """no nos p pp fig figs art arts sec secs ch chs chap chaps vol vols ver vers para paras par
    pars pt pts ex exs exh eq eqs nr cl cls app apps appx tel ext ibid al reg regs sch sched subs
    subsec subpara pub tit tbl pl bk bks fol fols col cols stat supp suppl rev cir stats amend
    amdt fasc iss ser lit tab ll ff nn n op cap lib div gen exod lev num deut judg kgs chr chron neh
    esth ps pss prov eccl eccles isa jer lam ezek hos obad hab zeph zech mk lk jn rom cor gal eph
    thess philem heb macc ecclus tob"""
)
"""Abbreviations before a number or a label (``No. 10``, ``Fig. A``, ``Art. IV``, ``Cor. 13``);
otherwise the full stop can end the sentence. Books of the Bible that are also first names
(``Matt.``, ``Dan.``, ``Tim.``) are recognised by chapter and verse instead."""

NUMBER_ONLY = words("no nos tel ext p pp n nn ll ff al ibid")
"""Those of ``BEFORE_NUMBER`` that no letter follows: ``No. I did not.`` is two sentences."""

SHORT_WORDS_BEFORE_NUMBER = words("no art arts ex app lit tab")
"""Ordinary words (``short_words``) that are abbreviations before a number all the same."""

CLEAR_IN_CAPITALS = words(
    """MR MRS DR DRS PROF REP REPS SEN SENS GOV COL GEN MAJ CAPT CMDR CPL SGT ADM REV MSGR MESSRS
    SUPT INSP ATTY CLLR"""
)
"""Titles that are nothing else in capitals, unlike ``MS`` and ``SEC``."""

MAY_END = words(
    """inc corp co cos ltd llc plc bros jr sr esq ave blvd rd st sq hwy pkwy ln ct pl dept
    depts univ assn bldg govt gov intl natl mfg dist div etc lb lbs oz ft in yd mi mph km kg
    cm mm ml hr hrs min mins sec secs yr yrs mo mos wk pct max min temp avg qt gal tsp tbsp
    admin apt ph.d m.d b.a m.a b.s m.s m.b.a ll.b ll.m d.phil d.d.s r.n mil bn tn pts pt jan
    feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la md mass mich minn
    miss mo mont neb nev okla ore pa penn r.i s.c s.d n.c n.d n.h n.j n.m n.y tenn tex vt va
    wash w.va wis wyo ont que alta b.c man sask"""
)
"""Abbreviations that can end a sentence or not; what follows decides."""

MONTHS = words("jan feb mar apr jun jul aug sept sep oct nov dec")
"""Abbreviated months; a number after one is a day or a year."""

TIMES_OF_DAY = words("a.m p.m am pm")
"""Times of day; only the words of ``AFTER_TIME_OF_DAY`` can follow with a capital in the same
sentence."""

AFTER_TIME_OF_DAY = words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs
    Fri Sat Sun January February March April May June July August September October November
    December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Eastern Central Mountain
    Pacific Atlantic Alaska Hawaii Greenwich British Moscow Paris London Beijing Tokyo
    Israel India Japan Local ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET
    CEST AEST AEDT IST HKT JST"""
)
"""Days, months and time zones, which can follow a time of day (``9 a.m. Eastern``)."""

US_BODIES = words(
    """Agency Agencies Air Ambassador Ambassadors Armed Army Attorney Attorneys Bank Bankruptcy
    Border Bureau Cabinet Capitol Census Centers Central Chamber Circuit Citizenship Coast
    Code Command Commerce Commission Conference Congress Congressman Congresswoman
    Constitution Consulate Court Courts Customs Cyber Defense Department Dept Dietary
    District Education Embassy Energy Environmental Federal Fish Food Foreign Forces Forest
    Gen Geological Global Government Gov Holocaust Homeland House Housing Immigration
    Interior Joint Justice Labor Maj Marine Marines Maritime Marshal Marshals Military Mint
    National Naval Navy Northern Office Olympic Olympics Open Pacific Park Patent Postal
    President Public Rep Representative Representatives Reps Secret Secretary Sen Senate
    Senator Senators Sens Sentencing Small Soccer Solicitor Southern Space Special State
    Steel Strategic Supreme Surgeon Trade Transportation Treasury Undersecretary Veterans
    Vice Virgin Women Under-Secretary"""
)
"""Words that can follow ``the U.S.`` with a capital in the same sentence (``the U.S. Senate``)."""

LABELS = words(
    """grade grades plan plans vitamin vitamins hepatitis room rooms section sections option
    options class group groups type types exhibit block gate platform terminal team list
    schedule appendix annex article point form part wing zone line route category tier row
    hall studio influenza factor"""
)
"""Nouns followed by a single letter (``Room C.``) that is not an initial."""

BEFORE_PRONOUN_I = words(
    "did am do and than as have had can could will would was like or is but nor not"
)
"""Words before ``I`` as a pronoun, not an initial."""

NAMES_WITH_MARK = words(
    """Yahoo! Jeopardy! Wham! Panic! Oklahoma! Jeb! Airplane! E! Yum! Kahoot! Joomla! Oliver!
    Mia! Rouge! Attacks!"""
)
"""Names that end in an exclamation mark; one of ``FIRST_WORDS`` after them begins a
sentence all the same."""

FIRST_WORDS = words(
    """a about above according across after again against all almost alone along already also
    although always am amid among an and another any anyone are around as aside asked at
    back because before behind being below beside besides between beyond both but by critics
    despite did do does doing down during each earlier either else even eventually ever
    every everybody everyone everything except few fewer finally following for from given
    had has have having he hence her here hers him his how however i i'm i've i'd i'll if in
    indeed inside instead into is isn't it it's its itself just last later least less let
    let's like many maybe meanwhile moreover more most much my near nearly neither never
    nevertheless next no nobody none nonetheless nor not nothing now of off officials often
    on once one only onto opponents or other others otherwise our out outside over overall
    perhaps please police rather residents several she she's should since so some somebody
    someone something sometimes soon still such supporters than thanks that that's the their
    theirs them then there there's therefore these they they're they've this those though
    through throughout thus to today together tomorrow tonight too toward towards two under
    unless unlike until up upon us very was we we're we've were what what's whatever when
    whenever where whereas wherever whether which while who who's whoever whom whose why
    with within without would yes yesterday yet you you're your yours"""
)
"""Words that, capitalised after an ambiguous full stop, start a sentence, as names hardly begin
with them."""

FIRST_WORDS_IN_CAPITALS = words("he she it they we you i the this these those there but however")
"""Those of ``FIRST_WORDS`` that start a sentence where all words are in capitals, so that case does
not tell ``THE U.S. AND CANADA`` from a new sentence."""

SPEECH_VERBS = words(
    """said says say asked asks shouted shouts cried cries yelled replied replies wrote writes
    tweeted added adds told tells demanded demands wondered wonders exclaimed screamed
    called chanted answered answers responded joked quipped snapped thundered inquired mused
    declared insisted begged pleaded explained explains argued argues warned warns recalled
    recalls continued admitted admits noted notes stated commented remarked protested concluded
    claimed claims insists tells vowed vows announced boasted"""
)
"""Verbs that attribute a quotation to its speaker: ``“Is it over?” Smith asked.``"""
