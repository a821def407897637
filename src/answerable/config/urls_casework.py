"""The addresses of what officers work with, one line for each page."""

from django.urls import path

from answerable.web.casework import assigning, exporting, lists, saving, searching, work
from answerable.web.staff import for_staff

CASEWORK = for_staff(
    [
        path("work/", work.my_work_page, name="work"),
        path("requests/", lists.requests_page, name="requests"),
        path("requests.csv", exporting.requests_file, name="requests-file"),
        path("requests/workload/", work.workload_page, name="workload"),
        path("requests/assign/", assigning.assign_page, name="requests-assign"),
        path("requests/search/", searching.search_page, name="request-search"),
        path("requests/filters/", saving.save_page, name="request-filters"),
        path("requests/filters/removal/", saving.remove_page, name="request-filter-removal"),
    ]
)
