"""Full stops of abbreviations, titles and references; ``¦`` marks the right sentence starts."""

from __future__ import annotations

import pytest

from tests.analysis.text.segmentation.marked import as_split

CAPITALS = [
    "MR. HALE: YOU LIED TO THIS COURT.\n¦MS. ORTIZ: I DID NOT.\n"
    "¦DR. PELL AND SEN. MOSS VOTED NO AT 9 A.M. MONDAY.",
    "GOV. BROCK AND LT. GOV. OKAFOR MET REP. LEE. ¦THEY DID NOT AGREE.",
    "THE REV. THOMAS ADE SPOKE. ¦PROF. LIND LISTENED.",
    "THE LEADERS OF THE U.S. AND CANADA MET. ¦NOBODY SPOKE.",
    "THE TROOPS LEFT THE U.S. ¦THEY ARE HOME.",
    "POLLS CLOSE AT 8 P.M. ON TUESDAY. ¦VOTERS ARE TIRED.",
    "DOORS OPEN AT 7 A.M. EASTERN. ¦THEY CLOSE AT 6 P.M. ¦THE SHOW IS FREE.",
    "ACME INC. OF OHIO BOUGHT BOLT CORP. AND ITS SHIPS. ¦NO. 10 DECLINED TO COMMENT.",
    "SEE FIG. 3 AND SEC. B. ¦IT IS ALL THERE.",
    "WE WON. ¦THEY LOST. ¦MRS. VANE RESIGNED.",
    "He met SEN. MOSS and DR. PELL on Monday. ¦They agreed.",
    # The same letters in a text that is not in capitals.
    "She was told she had MS. ¦Nobody knew why.",
    "The count closed at 9 p.m. EST. ¦The winner spoke at ten.",
]

REFERENCES = [
    "See Gen. 1:3 and Matt. 5:9. ¦Review Fig. A for details. "
    "¦The office refused it under 35 U.S.C. § 103(a) in May.",
    "He read from 1 Cor. 13 and Ps. 23. ¦Rev. 3:16 came next.",
    "Dan. 3:17 was read, then Tim. 2:1. ¦The choir sang.",
    "The court cited Roe v. Wade, 410 U.S. 113 (1973). ¦It did not cite 5 C.F.R. 2635.",
    "It is in Art. IV and in Sec. B of the act. ¦See also App. C. ¦Nothing else applies.",
    "See pp. 3–4, vol. 2, and ch. 7. ¦The rest is missing.",
    "The rule is in Pub. L. 117-58 and 124 Stat. 119. ¦It was never used.",
    "It was upheld in 123 F. Supp. 2d 456. ¦No appeal was made.",
    "N.Y. Penal Law § 130 applies, and Stat. § 12 does not. ¦The judge agreed.",
    "The map is in Ex. B, the letter in Exh. 12. ¦Both are copies.",
    "It is para. 4 of Sched. 2 and reg. 7. ¦The minister signed it.",
    "Pell et al. (2019) found no harm. ¦Others, cf. Moss 2020, did.",
    "The study is by Pell et al. ¦The journal withdrew it. ¦Ibid. 45 says why.",
    "Smith vs. Jones was heard, and so was Moss v. Hale. ¦Both lost.",
    "The ship, built c. 1850, sank. ¦Its captain (b. 1801, d. 1862) lived.",
    "It holds approx. 40 people, ca. 12 of them seated. ¦It is small.",
    "Under Reg. (EU) No. 5/2016, Art. 17, para. 1, lit. b, data go. ¦See tab. 4.",
    "Fed. R. Civ. P. 12(b)(6) applies. ¦So says Hale. ¦J. Pell agrees.",
    "The choir sang K. 331, and the house passed S. 1234. ¦It was plan B. ¦12 people came.",
    "See Kap. 3, and Abs. 2; it is in German.",
    # Abbreviations that no list has.
    "The mun. council met. ¦A memb. of the board left.",
    "The manuscript, fol. 12 and quir. 3, is lost. ¦Nobody looked.",
    "See Bks. 2 and Chs. 4 of the plan. ¦It is long.",
    "The town (pop. 4,000) and the hall (cap. 300) are shut. ¦It is so.",
    # The same words where the sentence ends.
    "No. ¦I did not. ¦No. ¦A man did.",
    "It was art. ¦I liked it. ¦It was my ex. ¦A friend called.",
    "He met Hale. ¦12 others came. ¦She works for Shell. ¦40 people do.",
    "He was a good man. ¦Smith left him. ¦They sat in the sun. ¦Hale was ill. ¦Pell came in. "
    "¦Moss stayed out.",
    "He is 5 ft. 11 in. Smith is taller. ¦The walk takes 5 min. at most.",
    "They cut wages by a cap. ¦12 firms complained. ¦It was so. ¦3 did not.",
    "It was late. ¦then it was not. ¦nobody was there.",
    "The troops left the U.S. ¦12 people stayed. ¦They drove down U.S. 101 to the sea.",
    "The rule is clear. ¦§ 12 is not.",
]


@pytest.mark.parametrize("marked", [*CAPITALS, *REFERENCES])
def test_full_stops(marked: str) -> None:
    assert as_split(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "Yahoo! Inc. cut jobs at Yahoo! Japan. ¦He sold his shares in Yahoo! ¦He then left.",
        "Panic! At the Disco played. ¦Nobody danced! ¦Smith left.",
        "She won on Jeopardy! ¦The prize was small.",
    ],
)
def test_marks_in_names(marked: str) -> None:
    assert as_split(marked) == marked
