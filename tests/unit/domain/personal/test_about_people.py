"""Words of special categories near somebody, and small numbers of people."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.domain.release.personal import PersonalKind, SpecialCategory, personal_data

S = SpecialCategory


def found(text, kind):
    return [
        (text[one.start : one.end], one.category) for one in personal_data(text) if one.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("Ann Quill has epilepsy.", "epilepsy", S.HEALTH),
        ("I suffer from asthma", "I suffer from", S.HEALTH),
        ("The complainant is Black Caribbean.", "is Black", S.ETHNICITY),
        ("She is a devout Sikh.", "a devout Sikh", S.RELIGION),
        ("He is a shop steward.", "shop steward", S.UNION),
        ("Ann Quill is gay.", "gay", S.SEX_LIFE),
        ("He supports the Labour Party.", "the Labour Party", S.POLITICS),
        ("Ann Quill was convicted of theft.", "was convicted of theft", S.CRIME),
        ("The appellant was signed off with stress.", "signed off with stress", S.HEALTH),
        ("My carer was in hospital with sepsis.", "was in hospital with sepsis", S.HEALTH),
        ("The constable denied her cocaine use.", "cocaine use", S.HEALTH),
        ("My children with autism wait.", "autism", S.HEALTH),
        ("He had stopped taking his lithium.", "stopped taking his lithium", S.HEALTH),
        ("She said that he was hearing voices.", "hearing voices", S.HEALTH),
        ("My aunt uses a guide dog.", "uses a guide dog", S.HEALTH),
        ("The complainant, a Traveller, wrote.", "a Traveller", S.ETHNICITY),
        ("He missed Friday prayers.", "Friday prayers", S.RELIGION),
        ("She attends the Methodist chapel.", "attends the Methodist chapel", S.RELIGION),
        ("I was on the picket line.", "on the picket line", S.UNION),
        ("My son came out as bisexual.", "came out as bisexual", S.SEX_LIFE),
        ("She stood as a Labour candidate.", "stood as a Labour candidate", S.POLITICS),
        ("He was released from prison in May.", "released from prison", S.CRIME),
        ("She is under investigation for theft.", "under investigation for theft", S.CRIME),
        ("His HIV data had been sent on.", "HIV", S.HEALTH),
        ("She has had cancer monitoring since March.", "cancer", S.HEALTH),
        ("The applicant is a lesbian rights activist.", "lesbian", S.SEX_LIFE),
        ("She is on licence from HMP Leeds.", "on licence", S.CRIME),
        ("He had seizures of unknown cause.", "seizures", S.HEALTH),
        ("He is deaf to high sounds.", "deaf", S.HEALTH),
        ("My uncle has sarcoidosis and pericarditis.", "pericarditis", S.HEALTH),
        ("She CANNOT USE HER LEFT HAND.", "CANNOT USE HER LEFT HAND", S.HEALTH),
        ("His mother came from Ghana.", "His mother came from Ghana", S.ETHNICITY),
        ("She was ordained in May.", "was ordained", S.RELIGION),
        ("He and his husband moved here.", "his husband", S.SEX_LIFE),
        ("My brother served two years for arson.", "served two years for arson", S.CRIME),
        ("They kept her fingerprints.", "her fingerprints", S.BIOMETRICS),
        ("İ İ İ She has epilepsy.", "epilepsy", S.HEALTH),
    ],
)
def test_a_special_category_near_somebody_is_named(text, words, category):
    assert (words, category) in found(text, PersonalKind.SPECIAL)


@pytest.mark.parametrize(
    "text",
    [
        "How many people have epilepsy?",
        "The Mental Health Act 1983 applies.",
        "What share of officers is Black or Asian?",
        "The Labour Party received a grant.",
        "Two hundred people were convicted of theft.",
        "Ann Quill wrote. Epilepsy is common.",
        "She asks for help given to children with autism.",
        "He leads the stroke recovery team.",
        "His login was disabled after ninety days.",
        "The depression in the lawn is where she fell.",
        "The inspector was blind to the risk.",
        "The gay pride march went past her shop.",
        "She parked beside the Methodist church.",
        "Her letter is about the Muslim burial ground.",
        "He asked for sexual orientation data.",
        "The traveller lost his ticket.",
        "She asked which councillors voted Labour in May.",
        "He is a clerk at Christian & Sons.",
        "She wrote about the opening times of the surgery for her neighbour.",
        "My work comes in fits and starts.",
        "Can I have a breakdown of spending by year?",
        "She had a breakdown by ward, and I had none.",
        "Her hearing was going to be held in May.",
        "He says that the roof at the back has failed.",
        "My consultant said the planning application was valid.",
        "The resident said that he hit a pothole.",
        "The van was inside for repairs, he said.",
        "She campaigned for reform of the council.",
        "He handed out leaflets with green badges.",
        "When I voted in Labour in 1997 he was there.",
        "I asked what is known to the police about my street.",
    ],
)
def test_what_is_said_of_nobody_is_no_such_category(text):
    assert found(text, PersonalKind.SPECIAL) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A woman in her late fifties came to the desk.", "in her late fifties"),
        ("The patient (61) waited.", "61"),
    ],
)
def test_an_age_is_told_in_tens_and_in_brackets_behind_one_person(text, words):
    assert [one for one, _ in found(text, PersonalKind.AGE)] == [words]


def test_a_number_behind_several_people_is_no_age():
    assert found("The officers (61) and patients (12) were counted.", PersonalKind.AGE) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In that year two officers were dismissed.", "two officers"),
        ("Ethnicity,Count\nArab,3\nWhite,44", "3"),
        ("Muslim: 2", "2"),
        ("Leavers (n=4)", "(n=4)"),
        ("3 were Black", "3 were Black"),
    ],
)
def test_a_small_number_of_people_is_marked(text, words):
    assert [one for one, _ in found(text, PersonalKind.SMALL)] == [words]


@pytest.mark.parametrize(
    "text", ["12 officers", "fewer than five officers", "Band A: 4", "two officer hours", "Arab,13"]
)
def test_another_number_is_not(text):
    assert found(text, PersonalKind.SMALL) == []


@given(st.text(alphabet="Aa1 .,-/@':\n|é\x00ŻDrM", max_size=200))
def test_any_text_is_looked_through(text):
    spans = [one.span for one in personal_data(text)]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I have a condition which is epilepsy.", ["epilepsy"]),
        ("My son has a condition which has caused seizures.", ["seizures"]),
        ("Ann Quill suffers from a disease, which is multiple sclerosis.", ["multiple sclerosis"]),
        ("My neighbour has a disease which is now known as dementia.", ["dementia"]),
        ("My neighbour is Jewish & I am not.", ["Jewish"]),
        ("The complainant is a Christian and Co says so.", ["a Christian"]),
        ("He is gay and Partners know.", ["gay"]),
        ("Her hearing is nearly gone.", ["hearing is nearly gone"]),
        ("He had a breakdown after the inquest.", ["had a breakdown"]),
        ("The letter says that he struck a nurse.", ["says that he struck a nurse"]),
        ("My brother was inside for two years.", ["inside for two years"]),
    ],
)
def test_what_is_said_of_somebody_is_told_beside_the_same_words(text, words):
    told = [said for said, _ in found(text, PersonalKind.SPECIAL)]

    assert all(any(word in one for one in told) for word in words), told
