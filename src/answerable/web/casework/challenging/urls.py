"""The addresses of reviews, complaints and appeals."""

from django.urls import path

from answerable.web.casework.challenging import chain, complaining, lists, recording, reviewing

_CHALLENGES = "requests/<slug:reference>/challenges/"

addresses = [
    path("reviews/", lists.reviews, name="reviews"),
    path("reviews/limbs/", lists.limbs, name="overturned"),
    path("reviews/limbs.csv", lists.limbs_file, name="overturned-file"),
    path(_CHALLENGES, chain.challenges, name="request-challenges"),
    path(f"{_CHALLENGES}review/", recording.new_review, name="request-review-new"),
    path(f"{_CHALLENGES}complaint/", recording.new_complaint, name="request-complaint-new"),
    path(f"{_CHALLENGES}<int:number>/review/", reviewing.review, name="request-review"),
    path(f"{_CHALLENGES}<int:number>/ruling/", complaining.complaint, name="request-complaint"),
]
