"""The pages of training: the catalogue, offerings with their seats, centres, certificates and their proofs."""

from django.urls import path

from mithaq.web.views import acting, catalogue_files, certificates, dossiers, proofs, trainers, training

TRAINING = [
    path("training/", training.catalogue, name="catalogue"),
    path("training/export.<slug:kind>", catalogue_files.exported, name="catalogue-export"),
    path("training/take-in/", catalogue_files.take_in, name="catalogue-take-in"),
    path("training/take-in/<slug:taken_in>/undo/", catalogue_files.undo, name="catalogue-undo"),
    path("training/activities/", training.activities, name="activities"),
    path("training/activities/year/", training.activities_year, name="activities-year"),
    path("training/activities/plan/", acting.add, {"act_name": "activity-plan"}, name="activity-plan"),
    path("training/centres/", training.centres, name="centres"),
    path("training/centres/add/", acting.add, {"act_name": "centre-add"}, name="centre-add"),
    path("training/centres/<slug:centre>/", training.centre, name="centre"),
    path("training/trainers/", trainers.roster, name="trainers"),
    path("training/trainers/<slug:trainer>/", trainers.trainer, name="trainer"),
    path("training/dossiers/<slug:dossier>/", dossiers.pack, name="dossier-pack"),
    path("training/dossiers/<slug:dossier>/pack.<slug:format>", dossiers.paper, name="dossier-paper"),
    path("training/courses/add/", acting.add, {"act_name": "course-add"}, name="course-add"),
    path("training/courses/<slug:course>/", training.course, name="course"),
    path("activities/<slug:activity>/", training.activity, name="activity"),
    path("nominations/<slug:nomination>/", training.nomination, name="nomination"),
    path("training/certificates/expiring/", certificates.expiring, name="certificates-expiring"),
    path("verify/<slug:link>/", proofs.proof, name="proof"),
    path("verify/<slug:link>/certificate.pdf", proofs.certificate, name="proof-paper"),
    path("verify/<slug:link>/badge.jwt", proofs.badge, name="proof-badge"),
    path("badges/revoked", proofs.revoked_badges, name="badges-revoked"),
]
