"""Case and file numbers of courts and regulators, without the "No." before them."""

import pytest

from nlp.components.dockets import find

SENTENCES = """
The complaint, [1:20-cv-00512], was filed on Monday.
The case is Dorsey v. Brightline Fitness LLC, No. [1:20-cv-00512-ABC] (N.D. Ill.).
It is docketed as [20-cv-512] in Chicago.
The removal papers in [20 C 512] cite the act.
Judge Roe dismissed Case No. [3:15-cv-03747-JD] with leave.
The appeal is No. [21-55443].
The appeals, Nos. [20-3202] and [20-3249], were argued together.
Nos. [22-1234], [22-1235] & [22-1236] are consolidated.
Cook County case [2017-CH-12364] survives.
The suit, [2019 CH 04321], awaits a judge.
He sued in Cook County (No. [21 L 001234]).
The appellate court decided No. [1-22-0187] on Friday.
Oral argument in the Illinois Supreme Court, Docket No. [129081], is set.
The number is [2022CH08365], court records show.
The cases were centralised as MDL No. [2967].
They join [MDL 3047] in Oakland.
The decision, [SAN-2021-016], was published.
The Spanish file is [PS/00120/2021].
In FTC File No. [202 3085] the agency alleged deception.
The Irish inquiry is [IN-19-7-4].
The Luxembourg judges ruled in case [C-252/21] in July.
The Greek decision [35/2022] fined the firm.
The Swedish file number is [DI-2019-2221].
The claim number is [QB-2019-001234].
Docket: [2:21-cv-00111-RSL-TLF]
Alameda County Superior Court case No. [RG20067890]
Los Angeles Superior Court Case No. [20STCV12345] was removed.
San Francisco's [CGC-20-584121] went to trial.
Orange County case [30-2020-01234567-CU-BT-CXC] is pending.
The Texas suit is Cause No. [22-0121] in Harrison County.
New York index No. [654321/2020].
Delaware case [N20C-05-123] concerns coverage.
In the Federal Court of Canada the file is [T-713-20].
British Columbia's Order [P21-08] binds the company.
The matter [2021/8354] went to the tribunal.
The Federal Court case is [VID 123 of 2022].
The docket is [22-cv-1372-LL-MSB].
In No. [C20-1082JLR] the judge granted summary judgment.
The suits are [2:20-cv-01082] and [2:20-cv-01084].
Case number [23-cv-02461] was transferred.
Appeal No. [2023-1456] is before the Federal Circuit.
Case [4:21-cv-09876-YGR (TSH)] was reassigned.
The Vienna court's case is [W298 1234567-1].
The Brussels court's case is [2019/AR/1600].
PIPEDA Findings #[2021-001] concern malls.
It was filed in Cook County as No. [2018-CH-05031] (Cook Cnty. Cir. Ct.).
Docket No.: [1:22-cv-00071] | Judge: Ola Marsh
The St. Clair County suit, [25LA0613], asks for damages.
The Manhattan suit is [650418/2025].
The Seattle case was filed as [19-2-04418-1 SEA] in May.
The Travis County petition is [D-1-GN-23-004410].
The German court ruled in [VI ZR 87/25].
It was numbered [2023/DB-11845] by the clerk.
She won Orlo v. Vey Labs, Inc. ([2021-BIO-0417]) in May.
The opinion is 2023 IL 128004.
They cite Orlo v. Vey Labs, 129 N.E.3d 1197, and Orlo v. Vey, 2019-05-17.
See 926 F.3d 898 and 2019 WL 1234567.
Call 312-555-0188 for details.
The act is 740 ILCS 14/15(b).
It was signed as Public Act 103-0769.
Local Law No. 3 took effect in 2021.
The store is No. 1 in the region.
In 2020-21 the case stalled.
Some 20 C-level managers left in 2019.
House Bill No. 1155 was signed.
Executive Order No. 14110 was rescinded.
U.S. Patent No. 9,123,456 covers the scanner.
Their 2019-2020 revenues rose.
In case 2020 repeats itself, keep records.
The hearing is on 12/05/2023 at 9 a.m.
""".strip().splitlines()


def marks(line: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize("line", SENTENCES)
def test_numbers_in_news_sentences(line: str) -> None:
    text, expected = marks(line)
    assert [mention.text for mention in find(text)] == expected


def test_dashes_and_no_break_spaces_are_read_as_printed() -> None:
    text = "No.\u00a01:20\u2011cv\u201100512 and No. 21\u201355443"
    found = find(text)
    assert [m.text for m in found] == ["1:20\u2011cv\u201100512", "21\u201355443"]
    assert [m.name for m in found] == ["1:20-cv-00512", "21-55443"]
