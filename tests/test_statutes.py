"""Statutes by name, citation and section; the edges of the mention and the act it stands for."""

import pytest

from nlp import acts
from nlp.components.statutes import find

# A sentence with its statutes marked, and the ids (or usual names) they stand for.
SENTENCES = [
    ("It violates the Illinois [Biometric Information Privacy Act].", ["bipa"]),
    ("It violates the Illinois [Biometric Information Privacy Act] ([BIPA]), [740 ILCS 14/1 et seq.].", ["bipa"] * 3),
    ("Illinois' [Biometric Information Privacy Act], or [BIPA], is strict.", ["bipa", "bipa"]),
    ("The state's [Biometric Privacy Act] applies.", ["bipa"]),
    ("The [Biometric Information Protection Act] applies.", ["bipa"]),
    ("The 2008 [Biometrics Information Privacy Act] applies.", ["bipa"]),
    ("[BIPA]'s text is clear, and a [BIPA] claim is cheap.", ["bipa", "bipa"]),
    ("Illinois' biometric privacy law is strict.", []),
    ("Under [Section 15(b) of BIPA], consent comes first.", ["bipa"]),
    ("Under [Section 15(b) of the Biometric Information Privacy Act], consent comes first.", ["bipa"]),
    ("Under [Section 15(b) of the Illinois Biometric Information Privacy Act], consent comes first.", ["bipa"]),
    ("[BIPA Section 15(a)] asks for a policy.", ["bipa"]),
    ("[BIPA]'s [Section 15(a)] asks for a policy.", ["bipa", "bipa"]),
    ("[BIPA] has it: [Sections 15(c) and 15(d)] forbid sales.", ["bipa", "bipa"]),
    ("[BIPA] has it: [Sections 15(a), (b) and (d)] were broken.", ["bipa", "bipa"]),
    ("[BIPA] has it: [§ 15(b)] was broken, so [section 20] applies.", ["bipa"] * 3),
    ("[BIPA] is the law. [Section 15(b)] of the Act asks for consent.", ["bipa", "bipa"]),
    ("Claims under [740 ILCS 14/15(b)] and [740 ILCS 14/20] survive.", ["bipa", "bipa"]),
    ("The one-year limit is in [735 ILCS 5/13-201].", None),
    ("Texas' [Capture or Use of Biometric Identifier Act] ([CUBI]) is enforced by the state.", ["cubi", "cubi"]),
    ("It sued under [Tex. Bus. & Com. Code § 503.001].", ["cubi"]),
    ("It sued under [Texas Business and Commerce Code section 503.001].", ["cubi"]),
    ("It sued under [Section 503.001 of the Texas Business and Commerce Code].", ["cubi"]),
    ("Texas also cites the [Deceptive Trade Practices Act].", ["dtpa"]),
    ("Washington's [RCW 19.375.020] is narrower.", ["wa-biometric"]),
    ("The [My Health My Data Act], [RCW 19.373], is new.", ["wa-mhmda", "wa-mhmda"]),
    ("Signs are required by [N.Y.C. Admin. Code § 22-1202].", ["nyc-biometric"]),
    ("Signs are required by [NYC Administrative Code § 22-1202].", ["nyc-biometric"]),
    ("The [California Consumer Privacy Act] ([CCPA]) was amended by the [CPRA].", ["ccpa"] * 3),
    ("A breach of [Cal. Civ. Code § 1798.150] is alleged.", ["ccpa"]),
    ("A breach of [California Civil Code section 1798.150] is alleged.", ["ccpa"]),
    ("The [Unfair Competition Law] ([UCL]), [Cal. Bus. & Prof. Code § 17200 et seq.], applies.", ["ucl"] * 3),
    ("The Illinois [Genetic Information Privacy Act] ([GIPA]), [410 ILCS 513], is older.", ["gipa"] * 3),
    ("The [Artificial Intelligence Video Interview Act], [820 ILCS 42], covers hiring.", ["il-aivia", "il-aivia"]),
    ("The [Illinois Consumer Fraud and Deceptive Business Practices Act] applies.", ["icfa"]),
    ("The [Illinois Workers' Compensation Act] does not preempt.", ["iwca"]),
    ("The [Workers’ Compensation Act] does not preempt.", ["iwca"]),
    ("It broke [Section 5 of the FTC Act].", ["ftc-act"]),
    ("It broke [Section 5(a) of the Federal Trade Commission Act], [15 U.S.C. § 45(a)].", ["ftc-act", "ftc-act"]),
    ("The [Children’s Online Privacy Protection Act] ([COPPA]) covers minors.", ["coppa", "coppa"]),
    ("The [COPPA Rule], [16 C.F.R. Part 312], covers minors.", ["coppa", "coppa"]),
    ("The [Fair Credit Reporting Act], [15 USC 1681], covers reports.", ["fcra", "fcra"]),
    ("The [Video Privacy Protection Act] ([18 U.S.C. § 2710(b)]) covers tapes.", ["vppa", "vppa"]),
    ("The federal [Wiretap Act] and the [Stored Communications Act] ([SCA]) apply.", ["ecpa", "sca", "sca"]),
    ("The [TCPA] and [CAFA] apply.", ["tcpa", "cafa"]),
    ("Platforms invoke [Section 230].", ["cda-230"]),
    ("Platforms invoke [Section 230 of the Communications Decency Act].", ["cda-230"]),
    ("The [General Data Protection Regulation] ([GDPR]) forbids it.", ["gdpr", "gdpr"]),
    ("The EU's [GDPR] forbids it in [Article 9].", ["gdpr", "gdpr"]),
    ("[Article 9 of the GDPR] forbids it.", ["gdpr"]),
    ("[Articles 5, 6 and 9 GDPR] forbid it.", ["gdpr"]),
    ("[Art. 83(5) GDPR] sets the fine.", ["gdpr"]),
    ("[GDPR Article 35] asks for an assessment.", ["gdpr"]),
    ("It broke [Articles 5(1)(a), 6(1) and 9 of the General Data Protection Regulation].", ["gdpr"]),
    ("The [UK GDPR] and the [Data Protection Act 2018] apply.", ["uk-gdpr", "uk-dpa-2018"]),
    ("[Section 149 of the Data Protection Act 2018] allows notices.", ["uk-dpa-2018"]),
    ("The [EU AI Act] bans scraping faces; the [AI Act] also covers emotions.", ["eu-ai-act", "eu-ai-act"]),
    ("The [ePrivacy Directive] covers cookies.", ["eprivacy"]),
    ("Canada's [PIPEDA] applies.", ["pipeda"]),
    ("The [Privacy Act 1988 (Cth)] applies; the [Privacy Act] is old.", ["au-privacy-act", "au-privacy-act"]),
    ("Brazil's [LGPD] applies.", ["lgpd"]),
    (
        "[Section 301 of the Labor Management Relations Act] ([LMRA]), [29 U.S.C. § 185], preempts.",
        ["lmra", "lmra", "lmra"],
    ),
    ("The [Railway Labor Act] ([RLA]) preempts.", None),
    ("[Title V of the Gramm-Leach-Bliley Act] exempts banks.", ["glba"]),
    ("Data covered by [HIPAA] are exempt.", ["hipaa"]),
    ("The [Keystone Faceprint Protection Act of 2024] took effect.", None),
    ("Under the [Digital Likeness Protection Act], signed in May, fakes are banned.", None),
    ("Quebec's [Law 25] applies.", None),
    ("The governor signed [SB 2979], which amends [BIPA].", ["bipa", "bipa"]),
    ("[Public Act 103-0769] amended [BIPA].", ["bipa", "bipa"]),
    ("Lawmakers introduced SB 4321 in January.", []),
    ("The proposed Prairie Face Scan Act is pending.", []),
    ("The National Biometric Information Privacy Act was introduced in 2020.", []),
    ("The court, citing Rule 23 and Article III, certified the class.", []),
    ("The First Amendment protects it, says the Class Action.", []),
    ("This is a class act. The Act is clear, and the law is the law.", []),
    ("Section 4 of the agreement requires arbitration under [BIPA].", ["bipa"]),
    ("She worked in section 12 of the arena.", []),
    ("Counsel at Harbour Law and the Data Privacy Law Center spoke.", []),
    ("The ruling cites [Penal Code § 637.3] of California.", None),
    ("The [Driver's Privacy Protection Act] ([DPPA]) applies.", None),
    ("The [Americans with Disabilities Act] and [Title VII] apply.", None),
    ("It broke [Business and Professions Code sections 17200 and 17500].", ["ucl"]),
    ("It broke [New York Labor Law § 201-a].", None),
    ("It broke [CIPA Section 631(a)] and [Cal. Penal Code §§ 631, 632.7].", None),
    ("It broke [Article 6 (1) GDPR] and [Article 9 (2) (a)].", ["gdpr", "gdpr"]),
    ("[BIPA] claims: [section 15(b) or 15(d)] claims.", ["bipa", "bipa"]),
    ("The OAIC cites [s 6(1)(a) of the Privacy Act] and [APP 3.3].", ["au-privacy-act", "au-privacy-act"]),
    ("Article 8 of the Charter protects data, says the [GDPR].", ["gdpr"]),
    ("[SB2979], signed in August, amends [BIPA].", ["bipa", "bipa"]),
    ("It broke [15 U.S.C. §§ 1681b and 1681c].", ["fcra"]),
]


def marks(line: str) -> tuple[str, list[str]]:
    """The sentence without its brackets, and what stood in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(parts), parts[1::2]


@pytest.mark.parametrize(("line", "names"), SENTENCES)
def test_statutes_in_news_sentences(line: str, names: list[str] | None) -> None:
    text, expected = marks(line)
    found = find(text)
    assert [mention.text for mention in found] == expected
    if names is not None:
        assert [mention.id or mention.name for mention in found] == names


@pytest.mark.parametrize("act", [act for act in acts.acts() if act.examples], ids=lambda act: act.name)
def test_records_find_their_examples(act: acts.Act) -> None:
    for example in act.examples:
        found = find(f"They broke the {example}, she says.")
        assert [m.text for m in found] == [example]
        assert found[0].id == act.id


@pytest.mark.parametrize("act", [act for act in acts.acts() if act.not_examples], ids=lambda act: act.name)
def test_records_leave_alone_what_they_must(act: acts.Act) -> None:
    for other in act.not_examples:
        assert act.key not in {m.id or m.name for m in find(f"It concerns the {other} here.")}


def test_every_id_of_the_guidelines_has_an_act() -> None:
    ids = (
        "bipa cubi dtpa wa-biometric wa-mhmda nyc-biometric ccpa ucl gipa il-aivia icfa ftc-act coppa fcra vppa ecpa"
        " tcpa cafa sca cda-230 gdpr uk-gdpr uk-dpa-2018 eu-ai-act eprivacy pipeda au-privacy-act lgpd lmra"
        " iwca glba hipaa"
    )
    assert {act.id for act in acts.acts() if act.id} == set(ids.split())


def test_weak_abbreviations_need_their_name() -> None:
    assert find("The SCA met in Denver.") == []
    assert [m.id for m in find("The Stored Communications Act is old. The SCA has gaps.")] == ["sca", "sca"]


def test_the_text_may_define_its_own_short_form() -> None:
    found = find("The Prairie Faceprint Act (“PFA”) is new. The PFA allows suits.")
    assert [(m.text, m.name) for m in found] == [
        ("Prairie Faceprint Act", "Prairie Faceprint Act"),
        ("PFA", "Prairie Faceprint Act"),
        ("PFA", "Prairie Faceprint Act"),
    ]
