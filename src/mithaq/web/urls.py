"""Every page there is."""

from django.urls import path

from mithaq.web import design, filing, preferences
from mithaq.web.case_urls import CASES
from mithaq.web.consult_urls import CONSULTATIONS
from mithaq.web.finding_urls import FINDINGS
from mithaq.web.instrument_urls import INSTRUMENTS
from mithaq.web.meeting_urls import MEETINGS
from mithaq.web.outreach_urls import OUTREACH
from mithaq.web.report_urls import REPORTS
from mithaq.web.run_urls import RUNS
from mithaq.web.text_urls import TEXTS
from mithaq.web.training_urls import TRAINING
from mithaq.web.views import (
    accounts,
    acting,
    actions,
    commitments,
    desk,
    documents,
    journal,
    parties,
    reading,
    search,
    several,
    together,
)

DOCUMENTS = [
    path("documents/", documents.document_list, name="documents"),
    path("documents/add/", documents.add, name="document-add"),
    path("documents/incoming/<slug:intake>/", documents.arriving, name="document-incoming"),
    path("documents/<slug:document>/", reading.document, name="document"),
    path("documents/<slug:document>/original", documents.original, name="document-original"),
    path("documents/<slug:document>/correct/", documents.correct, name="document-correct"),
    path("documents/<slug:document>/describe/", documents.describe, name="document-describe"),
    path("documents/<slug:document>/read/", reading.read, name="document-read"),
    path("documents/<slug:document>/accept-clear/", together.accept_clear, name="proposals-accept-clear"),
    path("documents/<slug:document>/undo/", together.undo, name="proposals-undo"),
    path("proposals/<slug:proposal>/accept/", reading.accept, name="proposal-accept"),
    path("proposals/<slug:proposal>/amend/", reading.amend, name="proposal-amend"),
    path("proposals/<slug:proposal>/reject/", reading.reject, name="proposal-reject"),
    path("proposals/<slug:proposal>/undo/", reading.undo, name="proposal-undo"),
]
SEARCH = [
    path("search/", search.find, name="search"),
    path("r/<str:ref>", search.reference, name="reference"),
]
COMMITMENTS = [
    path("commitments/", commitments.commitments, name="commitments"),
    path("commitments/add/", commitments.add, name="commitment-add"),
    path("commitments/assign/", several.several, {"act_name": "assign"}, name="commitments-assign"),
    path("commitments/state/", several.several, {"act_name": "state"}, name="commitments-state"),
    path("commitments/export.<slug:kind>", commitments.exported, name="commitments-export"),
    path("commitments/report.<slug:format>", desk.report, name="progress-report"),
    path("commitments/<slug:commitment>/", commitments.commitment, name="commitment"),
    path("commitments/<slug:commitment>/repeats/", commitments.find_repeats, name="repeats-find"),
    path("repeats/<slug:repeat>/judge/", commitments.judge_repeat, name="repeat-judge"),
    path("actions/", actions.actions, name="actions"),
    path("actions/add/", actions.add, name="action-add"),
    path("actions/<slug:action>/", actions.action, name="action"),
    path("actions/<slug:action>/reports/<slug:report>/confirm/", actions.confirm, name="report-confirm"),
    path("actions/<slug:action>/reports/<slug:report>/return/", actions.give_back, name="report-return"),
    path("act/<slug:thing>/<slug:act_name>/", acting.act_on, name="act"),
    path("views/save/", desk.save_view, name="view-save"),
    path("views/<slug:view>/remove/", desk.remove_view, name="view-remove"),
]
REGISTER_PAGES = [
    path("actions/export.<slug:kind>", actions.exported, name="actions-export"),
    path("documents/export.<slug:kind>", documents.exported, name="documents-export"),
    path("parties/", parties.parties, name="parties"),
    path("parties/add/", acting.add, {"act_name": "party-add"}, name="party-add"),
    path("parties/add-initiative/", acting.add, {"act_name": "initiative-add"}, name="initiative-add"),
    path("parties/export.<slug:kind>", parties.parties_exported, name="parties-export"),
    path("parties/<slug:party>/", parties.party, name="party"),
    path("people/", parties.people_list, name="people"),
    path("people/add/", acting.add, {"act_name": "person-add"}, name="person-add"),
    path("people/export.<slug:kind>", parties.people_exported, name="people-export"),
    path("people/<slug:person>/", parties.person, name="person"),
    path("figures/", parties.figure_list, name="figures"),
    path("figures/add/", acting.add, {"act_name": "figure-add"}, name="figure-add"),
    path("figures/export.<slug:kind>", parties.figures_exported, name="figures-export"),
    path("areas/", parties.areas, name="areas"),
    path("areas/add/", acting.add, {"act_name": "area-add"}, name="area-add"),
    path("journal/", journal.journal, name="journal"),
    path("accounts/", accounts.account_list, name="accounts"),
    path("accounts/add/", acting.add, {"act_name": "account-add"}, name="account-add"),
    path("accounts/<slug:account>/close/", accounts.close, name="account-close"),
    path("preferences/deputy/", accounts.set_deputy, name="deputy"),
    path("preferences/tokens/", accounts.own_tokens, name="account-tokens"),
    path("preferences/tokens/<slug:token>/revoke/", accounts.revoke_token, name="token-revoke"),
]
urlpatterns = [
    *CONSULTATIONS,
    *MEETINGS,
    *REGISTER_PAGES,
    *TEXTS,
    *TRAINING,
    *FINDINGS,
    *CASES,
    *INSTRUMENTS,
    *RUNS,
    *REPORTS,
    *OUTREACH,
    *DOCUMENTS,
    *SEARCH,
    *COMMITMENTS,
    path("", desk.desk, name="desk"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences/look/", preferences.set_look, name="look"),
    path("preferences/language/", preferences.set_language, name="language"),
    path("audience/", filing.audience, name="audience"),
    path("drafts/", filing.draft, name="draft"),
    path("drafts/keep/", filing.keep_draft, name="draft_keep"),
    path("drafts/drop/", filing.drop_draft, name="draft_drop"),
    path("design/", design.design, name="design"),
]
