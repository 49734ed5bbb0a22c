"""Things tests need, made by calling operations, as a person who may."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from mithaq.access.reads import parties as access_parties
from mithaq.access.viewer import Viewer, acting_as
from mithaq.archive import operations as archive
from mithaq.archive.models import Document
from mithaq.followup import operations as followup
from mithaq.proposals import operations as proposals
from mithaq.proposals.findings import Finding
from mithaq.proposals.storing import Read, store
from mithaq.reading.sentences import sentence_edges
from mithaq.register.activities import operations as activities
from mithaq.register.commitments import operations as commitments
from mithaq.register.instruments import operations as instruments
from mithaq.register.meetings import operations as meetings
from mithaq.register.meetings import reads as meeting_reads
from mithaq.register.parties import operations as parties
from mithaq.register.programmes import operations as programmes
from mithaq.register.texts import operations as texts
from mithaq.register.training import operations as training
from mithaq.reviews.findings import operations as findings
from mithaq.reviews.runs import operations as releases
from mithaq.reviews.runs.reads import releases_asked
from tests.cast import CAST, DANA, HESSA, LAYLA, RASHID, account

ADDRESS = (
    "كلمة رئيس البعثة في ختام الاجتماع\n"
    "دعا سعادة السفير سالم المعمري رئيس بعثة دولة قطر لدى حلف شمال الأطلسي إلى إنشاء آلية مشتركة لتقييم الدورات. "
    "وأقيمت أكثر من 24 دورة في المركز الإقليمي بالكويت منذ عام 2014.\n"
    "وطالب دول المبادرة بزيادة وتيرة الاجتماعات مع الناتو قبل نهاية 2027.\n"
)


def make_document(viewer: Viewer, text: str = ADDRESS, *audience: str, level: str = "RESTRICTED", **fields: Any) -> str:
    """A document filed by this viewer and not read, released to these parties; its public id."""
    return archive.add(viewer, text=text, level=level, audience=audience or (viewer.party,), **fields).public_id


def make_read_document(
    viewer: Viewer, text: str = ADDRESS, *audience: str, level: str = "RESTRICTED", **fields: Any
) -> str:
    """A document filed by this viewer and read: its proposals wait."""
    return proposals.take_in(viewer, text=text, level=level, audience=audience or (viewer.party,), **fields).public_id


PARTIES = {"SEC": "secretariat", "NATO": "organisation", "NATO-ICI-RC": "centre"}


def make_parties(*codes: str) -> None:
    """These parties, or those of the whole cast with Bahrain and NATO; those that are there already stay."""
    for code in codes or ("SEC", "QAT", "KWT", "BHR", "OMN", "NATO", "NATO-ICI-RC"):
        if code not in access_parties(LAYLA):
            kind = PARTIES.get(code, "state")
            parties.add_party(LAYLA, code=code, kind=kind, name_ar=f"طرف {code}", name_en=f"Party {code}")


def make_house() -> None:
    """The parties, the initiative with Qatar and Kuwait as members, two areas, and everybody's account."""
    make_parties()
    parties.add_initiative(
        LAYLA, code="ICI", name_ar="مبادرة إسطنبول للتعاون", name_en="Istanbul Cooperation Initiative"
    )
    for code, since in (("QAT", "2005-03"), ("KWT", "2004-12")):
        parties.claim_status(
            LAYLA, level="PUBLIC", party=code, initiative="ICI", status="member", since=since, source="Test"
        )
    programmes.add_area(LAYLA, code="training_education", name_ar="التدريب والتعليم", name_en="Training and education")
    programmes.add_area(
        LAYLA, code="political_dialogue", name_ar="الحوار السياسي", name_en="Political dialogue", order=1
    )
    for viewer in CAST:
        account(viewer)


def make_person(name_en: str, name_ar: str = "", *aliases: str, level: str = "PUBLIC", **fields: Any) -> str:
    """Somebody known to all; the public id."""
    given = {"name_en": name_en, "name_ar": name_ar, "aliases": aliases, "level": level, **fields}
    return parties.add_person(LAYLA, **given).public_id


def make_tenure(person: str, title_en: str, party: str = "QAT", level: str = "PUBLIC", **dates: Any) -> str:
    """A new post of this party, held by this person; the public id of the post."""
    post = parties.add_post(LAYLA, level=level, party=party, title_ar=f"منصب {title_en}", title_en=title_en).public_id
    parties.begin_tenure(LAYLA, level=level, post=post, person=person, source="Test", **dates)
    return post


def make_meeting(series: str = "icg", level: str = "PUBLIC", **fields: Any) -> str:
    """A meeting of one of the reader's series, as the secretariat files it; the public id."""
    return meetings.add_meeting(LAYLA, series=series, level=level, source="Test", **fields).public_id


def make_planned(series: str = "icg", level: str = "PUBLIC", **fields: Any) -> str:
    """A meeting still to come, as the secretariat plans it; the public id."""
    return meetings.plan_meeting(LAYLA, series=series, level=level, **fields).public_id


def make_invitation(meeting: str, party: str = "QAT", role: str = "member", **fields: Any) -> str:
    """An invitation of this party; its public id."""
    meetings.invite(LAYLA, meeting=meeting, parties=(party,), role=role, **fields)
    (invitation,) = (d.public_id for d in meeting_reads.delegations(LAYLA, meeting=meeting) if d.party == party)
    return invitation


def make_commitment(
    words: str = "إيجاد آلية مناسبة لتقييم الاستفادة من الدورات", *audience: str, viewer: Viewer = LAYLA, **fields: Any
) -> str:
    """A commitment added by hand, released to Qatar, Kuwait and the secretariat if to nobody else; the public id."""
    given = {"kind": "call", "level": "RESTRICTED", "source": "Test", "audience": audience or ("QAT", "KWT", "SEC")}
    return commitments.add_commitment(viewer, words=words, **{**given, **fields}).public_id


def make_action(*served: str, viewer: Viewer = LAYLA, **fields: Any) -> str:
    """What Qatar does about these commitments; the public id."""
    given = {"owner": "QAT", "due": "2026-12-15", "title_en": "One test before and after each course"}
    return followup.add_action(viewer, commitments=served, **{**given, **fields}).public_id


def make_report(action: str, percent: int = 60, viewer: Viewer = RASHID, **fields: Any) -> str:
    """A report on an action; the public id."""
    return followup.report_progress(viewer, action=action, percent=percent, text_en="Half of it", **fields).public_id


def make_text(*audience: str, viewer: Viewer = LAYLA, **fields: Any) -> str:
    """A joint text of two paragraphs, released to Qatar, Kuwait, Oman and the secretariat if to nobody else; its id."""
    given = {
        "kind": "statement",
        "level": "OFFICIAL",
        "audience": audience or ("QAT", "KWT", "OMN", "SEC"),
        "title_ar": "بيان مشترك",
        "title_en": "Joint statement",
        "text_ar": "تلتقي الأطراف مرتين في السنة.\n\nوتتبادل المعلومات.",
        "text_en": "The parties meet twice a year.\n\nThey share information.",
    }
    return texts.draft(viewer, **{**given, **fields}).public_id


def make_silence(text: str = "", viewer: Viewer = LAYLA, **fields: Any) -> str:
    """Silence on this text, or on a new one, until 11 June 2027 18:00 in Brussels: Qatar and Kuwait under it, Oman notes."""
    given = {"on": "2027-06-11", "at": "18:00", "zone": "Europe/Brussels", "under": ("QAT", "KWT"), "noting": ("OMN",)}
    return texts.propose(viewer, text=text or make_text(), **{"version": 1, **given, **fields}).public_id


def make_activity(*audience: str, viewer: Viewer = DANA, seats: dict[str, int] | None = None, **fields: Any) -> str:
    """A workshop of the Regional Centre for ten in March 2027, open, with these seats of parties; its id.

    Released to Qatar, Kuwait, Oman and the secretariat if to nobody else.
    """
    given: dict[str, Any] = {
        "kind": "workshop",
        "level": "OFFICIAL",
        "audience": audience or ("QAT", "KWT", "OMN", "SEC", "NATO-ICI-RC"),
        "title_ar": "ورشة أمن الطاقة",
        "title_en": "Energy security workshop",
        "host": "NATO-ICI-RC",
        "begins": "2027-03-14",
        "ends": "2027-03-18",
        "zone": "Asia/Kuwait",
        "delivery": "resident",
        "capacity": 10,
    }
    activity = activities.plan_activity(viewer, **{**given, **fields}).public_id
    return open_activity(activity, viewer, seats)


def open_activity(activity: str, viewer: Viewer = DANA, seats: dict[str, int] | None = None) -> str:
    """Give the parties their seats in an activity in planning and open it for nominations; its id."""
    for version, (party, count) in enumerate((seats or {}).items(), 1):
        activities.set_seats(viewer, activity=activity, version=version, party=party, seats=count)
    activities.step_activity(viewer, activity=activity, version=len(seats or {}) + 1, state="open")
    return activity


def make_nomination(activity: str, viewer: Viewer = HESSA, *, sent: bool = True, **fields: Any) -> str:
    """Somebody put forward by this viewer and, unless told otherwise, sent to the centre; the id of the nomination."""
    given = {"name_en": "Noura Al-Kuwari", "basis": "need", "basis_words": "She runs the office that needs it"}
    made = activities.nominate(viewer, activity=activity, **{**given, **fields}).public_id
    if sent:
        activities.forward(viewer, nomination=made, version=1)
    return made


def make_course(viewer: Viewer = DANA, **fields: Any) -> str:
    """A public course of the Regional Centre with two objectives; its id."""
    given: dict[str, Any] = {
        "level": "PUBLIC",
        "centre": "NATO-ICI-RC",
        "code": "RC-101",
        "title_ar": "أمن الطاقة",
        "title_en": "Energy security",
        "objectives_ar": "يصف الأخطار\nيضع خطة",
        "objectives_en": "Describe the threats\nMake a plan",
        "days": 5,
    }
    return training.add_course(viewer, **{**given, **fields}).public_id


def make_offering(course: str = "", viewer: Viewer = DANA, seats: dict[str, int] | None = None, **fields: Any) -> str:
    """One run of this course, or of a new one, for ten in March 2027, open, for Qatar, Kuwait, Oman; the activity's id."""
    given: dict[str, Any] = {
        "level": "OFFICIAL",
        "audience": ("QAT", "KWT", "OMN", "SEC", "NATO-ICI-RC"),
        "begins": "2027-03-14",
        "ends": "2027-03-18",
        "zone": "Asia/Kuwait",
        "capacity": 10,
    }
    made = training.offer_course(viewer, course=course or make_course(), **{**given, **fields}).public_id
    return open_activity(made, viewer, seats)


def make_instrument(
    course: str = "",
    viewer: Viewer = DANA,
    *,
    questions: int = 5,
    points: float = 1,
    draft: bool = False,
    **fields: Any,
) -> str:
    """A test of this course, or of a new one, with so many questions of three answers, the first of them right; in use unless
    it is to stay a draft. Of another level, the usual questions. Shared with the secretariat. Its id."""
    given: dict[str, Any] = {"level": "L2", "title_ar": "اختبار", "title_en": "Test", "shared": ("SEC",)}
    given |= {"course": course or make_course(viewer), "usual": True, **fields}
    made = instruments.add_instrument(viewer, **given).public_id
    count = questions if given["level"] == "L2" else 0
    for number in range(1, count + 1):
        item: dict[str, Any] = {
            "kind": "choice",
            "words_ar": f"السؤال {number}",
            "words_en": f"Question {number}",
            "options_ar": "الصواب\nخطأ\nخطأ آخر",
            "options_en": "Right\nWrong\nAnother",
            "right": 1,
            "points": points,
            "objective": 1 + (number - 1) % 2,
            "common": True,
        }
        instruments.set_item(viewer, instrument=made, version=number, number=number, **item)
    if not draft:
        instruments.put_in_use(viewer, instrument=made, version=count + 1)
    return made


def make_results(
    offering: str, *rows: tuple[str, str, float | None, float | None], viewer: Viewer = DANA, maximum: float = 100
) -> None:
    """The results of people in an offering, each a party, a pseudonym, the score before and after; out of this maximum."""
    for party, person, pre, post in rows:
        given: dict[str, Any] = {"party": party, "person": person, "maximum": maximum, "pre": pre, "post": post}
        instruments.record_result(viewer, activity=offering, completed=post is not None, **given)


def make_proposals(viewer: Viewer, text: str, *found: dict[str, Any], **fields: Any) -> str:
    """A document with these findings waiting: `kind`, `quote` (words of the text) and the fields of the finding; its id.

    Without the reader: what it finds in a text may change, what is done with a finding may not.
    """
    document = make_document(viewer, text, *fields.pop("audience", ()), **fields)
    reading = Read(
        1, text, tuple(start for start, _ in sentence_edges(text)), {}, tuple(_finding(text, f) for f in found)
    )
    with acting_as(viewer, writing=True):
        store(Document.objects.get(public_id=document), reading)
    return document


_READ: dict[str, dict[str, Any]] = {
    "commitment": {"type": "call", "area": [], "by": None, "to": None, "speaker": None, "due": None},
    "meeting": {"series": "icg", "ordinal": None, "date": None, "city": None, "country": None},
    "person": {"name": "", "position": None, "party": None},
    "figure": {"value": 1, "unit": "", "what": "", "comparator": "=", "as_of": None},
}


def _finding(text: str, found: dict[str, Any]) -> Finding:
    given = dict(found)
    kind, quote = given.pop("kind"), given.pop("quote")
    start = text.index(quote)
    starts = [first for first, _ in sentence_edges(text)]
    number = max(1, bisect_right(starts, start))
    clear = given.pop("clear", True)
    return Finding(kind, number, start, start + len(quote), quote, {**_READ[kind], **given}, "test", clear)


def make_measured(viewer: Viewer = DANA, *, people: int = 8, courses: int = 1) -> tuple[str, ...]:
    """Courses of the Regional Centre, each with an offering in which so many of Qatar, Kuwait and Oman gained about ten points
    of a hundred; the ids of the courses."""
    found = []
    for place in range(courses):
        course = make_course(
            viewer, code=f"RC-{201 + place}", areas=["political_dialogue" if place % 2 else "training_education"]
        )
        offering = make_offering(course, viewer, begins="2026-03-14", ends="2026-03-18", capacity=3 * people)
        rows = [
            (party, f"P{at}", 40.0 + 2 * at, 50.0 + 2 * at + (at * 7 + len(party) + place) % 5)
            for party in ("QAT", "KWT", "OMN")
            for at in range(people)
        ]
        make_results(offering, *rows, viewer=viewer)
        found.append(course)
    return tuple(found)


def make_run(viewer: Viewer = DANA, **fields: Any) -> str:
    """The evaluation of what this viewer sees, after results were made where there are none; the id of the run."""
    return findings.evaluate(viewer, **{"title_ar": "تقييم", "title_en": "Evaluation", **fields}).public_id


def make_release(run: str, *agreeing: Viewer, viewer: Viewer = DANA, issue: bool = True, **fields: Any) -> str:
    """A release from this run for Qatar, Kuwait and the secretariat, to which these viewers agreed for their parties; issued
    unless told otherwise. Its id."""
    given = {
        "title_ar": "إصدار",
        "title_en": "Release",
        "level": "OFFICIAL",
        "audience": ("QAT", "KWT", "OMN", "SEC"),
        **fields,
    }
    release = releases.propose(viewer, run=run, **given).public_id
    for one in agreeing:
        (asked,) = releases_asked(one)
        releases.agree(one, consent=asked.public_id, version=asked.version)
    if issue:
        releases.issue(viewer, release=release, version=1)
    return release
