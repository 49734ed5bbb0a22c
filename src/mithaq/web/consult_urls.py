"""The pages of what is said and written around the table."""

from django.urls import path

from mithaq.web.views import acting, goals, ideas, memory, minutes, outcomes, positions, taking

CONSULTATIONS = [
    path("meetings/<slug:meeting>/minutes/", minutes.of_meeting, name="minutes-of"),
    path("meetings/<slug:meeting>/minutes/begin/", minutes.begin, name="minutes-begin"),
    path("meetings/<slug:meeting>/outcomes/place/", outcomes.place, name="outcome-place"),
    path("meetings/<slug:meeting>/memory/", memory.memory, name="memory"),
    path("meetings/<slug:meeting>/memory.<slug:format>", memory.memory_file, name="memory-file"),
    path("minutes/series/<slug:series>/", minutes.of_series, name="minutes-series"),
    path("minutes/series/<slug:series>/all.<slug:format>", minutes.series_file, name="minutes-file"),
    path("minutes/items/<slug:minutes_item>/wordings/", minutes.wordings, name="minutes-wordings"),
    path("minutes/items/<slug:minutes_item>/correct/<slug:language>/", minutes.correct, name="minutes-correct"),
    path("minutes/items/<slug:minutes_item>/uncite/", minutes.uncite, name="minutes-uncite"),
    path("minutes/corrections/<slug:correction>/<slug:verb>/", minutes.answer, name="correction-answer"),
    path("minutes/<slug:minutes>/", minutes.minutes, name="minutes"),
    path("minutes/<slug:minutes>/write/", minutes.write, name="minutes-write"),
    path("minutes/<slug:minutes>/take/", taking.take, name="minutes-take"),
    path("ideas/", ideas.ideas, name="ideas"),
    path("ideas/add/", acting.add, {"act_name": "idea-add"}, name="idea-add"),
    path("ideas/<slug:idea>/", ideas.idea, name="idea"),
    path("positions/", positions.matrix, name="positions"),
    path("positions/add/", acting.add, {"act_name": "issue-add"}, name="issue-add"),
    path("positions/issues/<slug:issue>/", positions.issue, name="issue"),
    path("positions/<slug:position>/", positions.position, name="position"),
    path("goals/", goals.goals, name="goals"),
    path("goals/add/", acting.add, {"act_name": "interest-add"}, name="interest-add"),
    path("milestones/", goals.milestones, name="milestones"),
    path("milestones/pack/", goals.pack, name="milestone-pack"),
    path("milestones/pack.<slug:format>", goals.pack_file, name="milestone-file"),
]
