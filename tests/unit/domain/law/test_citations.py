import pytest

from answerable.domain.law.citations import canonical_citation, citations
from answerable.domain.law.exemptions import exemptions

# Regulation 5 as a whole is the duty to answer: only 5(3) refuses.
LIMBS = [limb for found in exemptions() for limb in (found.section, *found.limbs)]
LIMBS[LIMBS.index("EIR 5")] = "EIR 5(3)"


def cited(text):
    return [citation for _, citation in citations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # The forms of one citation
        ("refused under section 31(1)(a) of the FOIA.", "31(1)(a)"),
        ("Section 31 (1) (a) of the Freedom of Information Act 2000", "31(1)(a)"),
        ("by virtue of s.40(2)", "40(2)"),
        ("s40 (2) personal data", "40(2)"),
        ("S. 40(2)", "40(2)"),
        ("s 43(2) applies", "43(2)"),
        ("SECTION 40(2)", "40(2)"),
        ("sec. 40(2)", "40(2)"),
        ("§40(2)", "40(2)"),
        ("adran 40(2) o'r Ddeddf", "40(2)"),
        ("section\n31(1)(a)", "31(1)(a)"),
        ("the exemption under 38(1)(a)", "38(1)(a)"),
        ("Exempt 40(2)", "40(2)"),
        ("exemption at section 31(1)(a) of the Act", "31(1)(a)"),
        ("Section 14 (2)", "14(2)"),
        ("section 12 of the FOIA", "12"),
        ("Section 21 - information accessible by other means", "21"),
        ("under section 12.", "12"),
        ("(section 40)", "40"),
        ("section 40 (personal data)", "40"),
        ("section 12 (cost of compliance)", "12"),
        ("Freedom of Information Act 2000 section 43(2)", "43(2)"),
        ("FOIA s.36(2)(b)(ii)", "36(2)(b)(ii)"),
        # Depth and letters
        ("section 31(i)", "31(i)"),
        ("s.22A(1)(b)(iii)", "22A(1)(b)(iii)"),
        ("section 22a(1)", "22A(1)"),
        ("section 40(3a)(A)", "40(3A)(a)"),
        ("section 40(5B)(a)(i)", "40(5B)(a)(i)"),
        ("section 37(1)(ab)", "37(1)(ab)"),
        ("section 38(a)", "38(a)"),
        ("section 31(l)(a)", "31(1)(a)"),
        ("section 31(I)(b)", "31(1)(b)"),
        # Without brackets, or with a word for them
        ("S40,2", "40(2)"),
        ("s40.2", "40(2)"),
        ("refused under s.40.2.", "40(2)"),
        ("section 31.1.a of the FOIA", "31(1)(a)"),
        ("S.31,1,a", "31(1)(a)"),
        ("s.36.2.b.i", "36(2)(b)(i)"),
        ("section 40, subsection (2)", "40(2)"),
        ("Section 31 subsection (1)(a)", "31(1)(a)"),
        ("section 40 sub-section 2 and section 43(2)", "40(2) 43(2)"),
        ("reg. 12.4.b", "EIR 12(4)(b)"),
        ("Regulation 12.5.f of the EIR", "EIR 12(5)(f)"),
        ("section 40.2 of the Police Act 1996", ""),
        ("section 12.5 hours of work", ""),
        ("section 21.10.2024", ""),
        ("section 21.5% of cases", ""),
        ("Sec 40(2)", "40(2)"),
        ("Exemption: 40(2)", "40(2)"),
        ("subsection (2) of section 40", "40(2)"),
        ("subsection (1)(a) of section 31 of the Act", "31(1)(a)"),
        # Other laws behind a list, offences and powers, other regulations
        ("sections 44 and 45 of the Data Protection Act 2018", ""),
        ("sections 43, 44 and 47A of the Terrorism Act 2000", ""),
        ("sections 22 to 25 of the Police Act 1996", ""),
        ("Section 44 and Section 60 of the Public Order Act 1986", ""),
        ("sections 31(1)(a) and 17 of the FOIA", "31(1)(a)"),
        ("Freedom of Information (Scotland) Act 2002, section 38(1)(b)", "FOISA 38(1)(b)"),
        ("section 25(1) of FOISA", "FOISA 25(1)"),
        ("sections 30(b)(i) and 38(1)(b) of FOISA", "FOISA 30(b)(i) FOISA 38(1)(b)"),
        ("section 22 of the Freedom of Information (Scotland) Act 2002", ""),
        ("section 25 of the FOIA", ""),
        ("section 39 assault", ""),
        ("s.39 common assault", ""),
        ("Section 44 stops", ""),
        ("Section 35 dispersal powers", ""),
        ("section 23 drugs search", ""),
        ("a section 42 enquiry", ""),
        ("section 31 care proceedings", ""),
        ("an offence contrary to section 22", ""),
        ("see section 31.1 below", ""),
        ("section 12 on page 4", ""),
        ("regulation 13 notice under the Police (Complaints and Misconduct) Regulations 2020", ""),
        ("Environmental information: regulation 13 applies", "EIR 13"),
        # Lists
        ("sections 31(1)(a) and 40(2)", "31(1)(a) 40(2)"),
        ("sections 12, 14 and 21 of the Act", "12 14 21"),
        ("ss.30(1)(a)(i), 31(1)(g)", "30(1)(a)(i) 31(1)(g)"),
        ("section 40(2) and section 40(3A)(a)", "40(2) 40(3A)(a)"),
        ("section 40(2) & s.43(2)", "40(2) 43(2)"),
        ("section 40(2) and (3A)(a)", "40(2) 40(3A)(a)"),
        ("section 40(2)+(3A)(a)", "40(2) 40(3A)(a)"),
        ("section 31(1)(a) and (b)", "31(1)(a) 31(1)(b)"),
        ("section 31(1)(a), (b) and (c) of the FOIA", "31(1)(a) 31(1)(b) 31(1)(c)"),
        ("section 31(1)(h) and (i)", "31(1)(h) 31(1)(i)"),
        ("section 30(1)(a)(i) and (ii)", "30(1)(a)(i) 30(1)(a)(ii)"),
        ("section 30(1)(a)(i) and (b)", "30(1)(a)(i) 30(1)(b)"),
        ("sections 31(1)(a)/40(2)", "31(1)(a) 40(2)"),
        # Ranges
        ("section 31(1)(a)-(c)", "31(1)(a) 31(1)(b) 31(1)(c)"),
        ("section 31(1)(a) to (c)", "31(1)(a) 31(1)(b) 31(1)(c)"),
        ("section 36(2)(a)(i)\u2013(iii)", "36(2)(a)(i) 36(2)(a)(ii) 36(2)(a)(iii)"),
        ("section 22(1)(a)-(c)", "22(1)(a) 22(1)(b) 22(1)(c)"),
        ("section 31(1)(c)-(a)", "31(1)(c) 31(1)(a)"),
        # The EIR
        ("Reg 12(4)(a)", "EIR 12(4)(a)"),
        ("regulation 12(4)(b) of the EIR", "EIR 12(4)(b)"),
        ("the exception at regulation 12(5)(e)", "EIR 12(5)(e)"),
        ("exceptions under 12(5)(b)", "EIR 12(5)(b)"),
        ("regulations 12(4)(d) and (e)", "EIR 12(4)(d) EIR 12(4)(e)"),
        ("regulation 13(1) of the Environmental Information Regulations 2004", "EIR 13(1)"),
        ("section 12(4)(b) of the EIR", "EIR 12(4)(b)"),
        ("EIR 12(4)(a)", "EIR 12(4)(a)"),
        # Two laws in one sentence
        (
            "personal data within the Data Protection Act 2018. Section 40(2) applies.",
            "40(2)",
        ),
        ("not section 21 of the Police Reform Act 2002, but section 21 of the FOIA", "21"),
    ],
)
def test_a_citation_is_found_and_made_canonical(text, found):
    assert " ".join(cited(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "7 counts of Section 1 Computer Misuse Act 1990",
        "2 counts of s.170(1) Data Protection Act 2018",
        "section 40(2) of the Equality Act",
        "section 21 of the Police Reform Act 2002",
        "sections 30 and 31 of the Police Reform Act 2002",
        "s.21A PRA 2002",
        "section 36 PACE",
        "Police Reform Act 2002 section 22",
        "section 44 of the Sexual Offences (Amendment) and Criminal Justice Act 2001",
        "section 12 of our social media policy",
        "section 14 of the application form",
        "section 12.3 of the manual",
        "regulation 13(1) of the Police (Conduct) Regulations 2020",
        "Section 8 of the Code",
        "section 25(1)",
        "sections 135 & 136 of the MHA",
        "the IOPC's 40 officers",
        "we used exemptions 31 times",
        "question 40(2)",
        "under 21 years",
        "officer s 40 in all",
        "",
    ],
)
def test_what_is_no_ground_of_refusal_is_passed_over(text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under section 14, 21 days after the first request", ["14"]),
        ("refused under section 12, (2) How many were dismissed?", ["12"]),
        ("refused under section 40(2), (3) How many were dismissed?", ["40(2)"]),
        ("section 40(2) and 30 officers", ["40(2)"]),
        ("section 12 and 24 hours of work", ["12"]),
        ("section 31 - 40 pages", ["31"]),
    ],
)
def test_a_number_that_follows_a_citation_is_not_always_a_citation(text, found):
    assert cited(text) == found


@pytest.mark.parametrize("limb", LIMBS)
def test_every_limb_that_is_explained_is_read_back_as_itself(limb):
    if limb.startswith("EIR"):
        text = f"regulation {limb.removeprefix('EIR ')} of the EIR"
    else:
        text = f"section {limb} of the FOIA"

    assert cited(text) == [limb]
    assert canonical_citation(limb) == limb


def test_each_citation_comes_with_its_place():
    text = "Refused: sections 31(1)(a) and 40(2)."

    places = [(text[place : place + 3], citation) for place, citation in citations(text)]

    assert places == [("31(", "31(1)(a)"), ("40(", "40(2)")]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("section 31 (1) (a)", "31(1)(a)"),
        (" 40(2) ", "40(2)"),
        ("22a", "22A"),
        ("EIR 12(4)(a)", "EIR 12(4)(a)"),
        ("no ground", "no ground"),
    ],
)
def test_one_citation_has_one_form(text, canonical):
    assert canonical_citation(text) == canonical


def test_numbers_before_a_citation_do_not_hide_it():
    text = "In 2021 we had 31, 12 and 40 of them; section 40(2) of the FOIA and 31 more, s.31(1)(a)"

    assert [citation for _, citation in citations(text)] == ["40(2)", "31(1)(a)"]
