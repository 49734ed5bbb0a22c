"""Roles an ambassador can read: a name, a sentence in both languages, and what the role may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.access.permissions import Permission as P
from mithaq.core.words import Bilingual

OWN = frozenset({P.ACCOUNTS_SELF, P.VIEWS_SAVE, P.FEEDS_OWN})
ANSWERS = OWN | {P.ACTIONS_REPORT, P.DOCUMENTS_ADD, P.PROPOSALS_DECIDE, P.COMMITMENTS_DECIDE}
CONSULTS = frozenset(
    {
        *(P.DELEGATIONS_NAME, P.IDEAS_FILE, P.MINUTES_CORRECT, P.OUTCOMES_RECORD, P.OUTREACH_WRITE),
        *(P.POSITIONS_RECORD, P.TEXTS_AMEND),
    }
)
TRAINS = frozenset(
    {
        *(P.ACTIVITIES_MANAGE, P.COURSES_MANAGE, P.FINDINGS_ANSWER, P.FINDINGS_EVALUATE, P.PLACES_DECIDE),
        *(P.RELEASES_AGREE, P.RELEASES_MAKE, P.RESULTS_RECORD),
    }
)
SENDS = frozenset({P.FINDINGS_ANSWER, P.PLACES_NOMINATE, P.PLACES_FORWARD})


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is in the system. `personal`: handles personal data."""

    code: str
    name: Bilingual
    sentence: Bilingual
    permissions: frozenset[P]
    personal: bool = False


SECRETARIAT = Role(
    "secretariat",
    Bilingual("موظف الأمانة", "Secretariat officer"),
    Bilingual(
        "قراءة الوثائق وإثبات الالتزامات ومتابعتها مع جميع الأطراف، بقدر ما صدر للأمانة.",
        "Reads documents, records commitments and follows them up with all parties; sees only what was released to the secretariat.",
    ),
    ANSWERS
    | CONSULTS
    | TRAINS
    | {
        *(P.CENTRES_MANAGE, P.MINUTES_WRITE, P.TEXTS_DRAFT, P.SILENCE_CONDUCT),
        *(P.ACTIONS_MANAGE, P.AREAS_MANAGE, P.COMMITMENTS_MANAGE, P.MEETINGS_MANAGE),
        *(P.PARTIES_MANAGE, P.PROGRESS_CONFIRM, P.SCORES_GIVE, P.ACCOUNTS_MANAGE, P.FACTS_ISSUE),
    },
    personal=True,
)
MISSION_HEAD = Role(
    "mission_head",
    Bilingual("رئيس البعثة", "Head of mission"),
    Bilingual(
        "الجواب باسم الدولة: قبول الالتزامات أو التحفظ عليها، ومنح الدرجات، وإسناد الإجراءات إلى موظفي البعثة.",
        "Answers for the state: accepts commitments or states reservations, gives scores, assigns actions to the mission's officers.",
    ),
    ANSWERS
    | CONSULTS
    | SENDS
    | {P.COMMITMENTS_ANSWER, P.ACTIONS_MANAGE, P.SCORES_GIVE}
    | {P.RELEASES_AGREE, P.DELEGATIONS_APPROVE, P.IDEAS_SPONSOR, P.OUTREACH_AGREE, P.SILENCE_BREAK},
    personal=True,
)
MISSION_OFFICER = Role(
    "mission_officer",
    Bilingual("موظف البعثة", "Mission officer"),
    Bilingual(
        "إضافة الوثائق وحسم المقترحات ورفع تقارير التقدّم عن إجراءات الدولة، وإحالة ترشيحاتها إلى المراكز.",
        "Adds documents, decides proposals, reports progress on the state's actions, and sends its nominations to the centres.",
    ),
    ANSWERS | CONSULTS | SENDS | {P.ACTIONS_MANAGE},
    personal=True,
)
MINISTRY_OFFICER = Role(
    "ministry_officer",
    Bilingual("موظف الوزارة", "Ministry officer"),
    Bilingual(
        "الترشيح من الوزارة للدورات والأنشطة؛ وتحيل البعثة الترشيح إلى المركز.",
        "Nominates people of the ministry for courses and activities; the mission sends the nomination to the centre.",
    ),
    OWN | {P.PLACES_NOMINATE},
    personal=True,
)
CENTRE_OFFICER = Role(
    "centre_officer",
    Bilingual("موظف المركز", "Centre officer"),
    Bilingual(
        "إدارة دورات المركز ومقاعدها وشهاداتها، ورفع تقارير التقدّم عمّا أُسند إليه من إجراءات، وإضافة وثائقه.",
        "Runs the centre's courses with their seats and certificates, reports progress on its actions, adds its documents.",
    ),
    ANSWERS | TRAINS | {P.CERTIFICATES_ISSUE},
    personal=True,
)
OBSERVER = Role(
    "observer",
    Bilingual("مراقب", "Observer"),
    Bilingual("الاطلاع على ما صدر له من غير تغيير شيء.", "Sees what was released to it and changes nothing."),
    OWN,
)
PUBLIC = Role(
    "public",
    Bilingual("العموم", "The public"),
    Bilingual("الاطلاع على ما هو عام وحده.", "Sees what is public and nothing else."),
    frozenset(),
)
ADMINISTRATOR = Role(
    "administrator",
    Bilingual("مدير تقني", "Technical administrator"),
    Bilingual(
        "إدارة الحسابات من غير الاطلاع بهذا الدور على أي محتوى.",
        "Manages accounts; sees no content by this role.",
    ),
    OWN | {P.ACCOUNTS_MANAGE},
)
ROLES = {
    r.code: r
    for r in (
        SECRETARIAT,
        MISSION_HEAD,
        MISSION_OFFICER,
        MINISTRY_OFFICER,
        CENTRE_OFFICER,
        OBSERVER,
        PUBLIC,
        ADMINISTRATOR,
    )
}


def permissions_of(codes: Iterable[str]) -> frozenset[P]:
    """All that these roles permit together; an unknown code permits nothing."""
    return frozenset().union(*(ROLES[code].permissions for code in codes if code in ROLES))


def handles_personal_data(codes: Iterable[str]) -> bool:
    """Whether one of these roles does."""
    return any(ROLES[code].personal for code in codes if code in ROLES)
