"""The addresses of the site: pages in both languages, files and what machines read in one."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, path, re_path

from answerable.api.doors import addresses as api_addresses
from answerable.config.urls_casework import CASEWORK
from answerable.web.accounts.urls import addresses as account_addresses
from answerable.web.alerts.urls import addresses as alert_addresses
from answerable.web.asking import pages as asking
from answerable.web.casework.owner_urls import addresses as owner_addresses
from answerable.web.contributing.urls import addresses as contribution_addresses
from answerable.web.following.urls import addresses as following_addresses
from answerable.web.public import (
    entries,
    entry_files,
    files,
    home,
    logs,
    machines,
    performance,
    registers,
    satisfaction,
    searching,
    service_standards,
)
from answerable.web.registers.urls import addresses as register_addresses
from answerable.web.staff import for_staff
from answerable.web.standards.promise_urls import addresses as promise_addresses
from answerable.web.standards.survey_urls import addresses as survey_result_addresses
from answerable.web.standards.urls import addresses as assessment_addresses
from answerable.web.surveying.urls import addresses as survey_addresses

_BODY = r"(?:(?P<prefix>[a-z0-9][a-z0-9-]*)/)?"
_MONTH = r"(?P<month>\d{4}-\d{2}|undated)"
_DAYS = r"(?P<slug>\d{4}-\d{2}-\d{2}-to-\d{4}-\d{2}-\d{2})"
_AS_AT = r"(?P<as_at>\d{4}-\d{2}-\d{2})"
_KEY = r"(?P<key>[a-z0-9-]+)"

_PAGES: list[URLPattern] = [
    path("", home.home, name="home"),
    path("search", searching.search_page, name="search"),
    *alert_addresses,
    path("make-a-request", asking.make_request, name="make-request"),
    path("removals", home.register_of_removals, name="removals"),
    path("accessibility", home.accessibility, name="accessibility"),
    path("performance/", performance.performance, name="performance"),
    re_path(rf"^performance/{_DAYS}/$", performance.performance_period, name="performance-period"),
    re_path(
        rf"^performance/{_DAYS}/{_AS_AT}/$",
        performance.performance_period,
        name="performance-as-at",
    ),
    path("service-standards/", service_standards.standards, name="open-standards"),
    path("service-standards/assessment/", service_standards.assessment, name="open-assessment"),
    path("service-standards/<slug:key>/", service_standards.standard, name="open-standard"),
    path("satisfaction/", satisfaction.satisfaction, name="satisfaction"),
    path("registers", registers.registers, name="open-registers"),
    path("registers/<slug:name>", registers.register, name="open-register"),
    re_path(rf"^{_BODY}log$", logs.log, name="log"),
    re_path(rf"^{_BODY}log/{_MONTH}$", logs.month, name="month"),
    re_path(rf"^{_BODY}log/{_KEY}$", entries.entry, name="entry"),
    re_path(rf"^{_BODY}log/{_KEY}/(?P<label>[A-Za-z0-9.~]+)$", entries.question, name="question"),
]
_FILES: list[URLPattern] = [
    re_path(r"^search\.(?P<form>csv|json|atom)$", files.search_file, name="search-file"),
    re_path(rf"^{_BODY}log\.(?P<form>csv|json|atom)$", files.log_file, name="log-file"),
    re_path(
        rf"^{_BODY}log/{_MONTH}\.(?P<form>html|pdf|csv|json|atom|md)$",
        files.month_file,
        name="month-file",
    ),
    re_path(
        rf"^{_BODY}log/{_KEY}\.(?P<form>html|pdf|csv|json|atom|md)$",
        files.entry_file,
        name="entry-file",
    ),
    re_path(
        rf"^{_BODY}log/{_KEY}/table-(?P<number>\d{{1,4}})\.csv$",
        files.table_file,
        name="table-file",
    ),
    re_path(
        rf"^{_BODY}log/{_KEY}/files/(?P<name>[^/]+)$",
        entry_files.entry_attachment,
        name="entry-attachment",
    ),
    re_path(
        rf"^performance/{_DAYS}/{_AS_AT}\.(?P<form>csv|json)$",
        performance.performance_file,
        name="performance-file",
    ),
    re_path(
        r"^service-standards/assessment\.(?P<form>csv|json)$",
        service_standards.assessment_file,
        name="open-assessment-file",
    ),
    re_path(
        r"^service-standards/(?P<key>[-a-zA-Z0-9_]+)\.(?P<form>csv|json)$",
        service_standards.standard_file,
        name="open-standard-file",
    ),
    re_path(
        r"^satisfaction\.(?P<form>csv|json)$",
        satisfaction.satisfaction_file,
        name="satisfaction-file",
    ),
    re_path(
        r"^registers/(?P<name>[a-z0-9-]+)\.(?P<form>csv|json)$",
        registers.register_file,
        name="open-register-file",
    ),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", machines.sitemap_part, name="sitemap-part"),
    path("robots.txt", machines.robots, name="robots"),
    path("opensearch.xml", machines.opensearch, name="opensearch"),
]

# The site is closed by default: what is published is open.
for _one in (*_PAGES, *_FILES):
    login_not_required(_one.callback)

urlpatterns = [
    *_FILES,
    *api_addresses,
    *account_addresses,
    *for_staff(CASEWORK),
    *for_staff(register_addresses),
    *for_staff(promise_addresses),
    *for_staff(survey_result_addresses),
    *for_staff(assessment_addresses),
    *contribution_addresses,
    *owner_addresses,
    *i18n_patterns(*_PAGES, *following_addresses, *survey_addresses, prefix_default_language=False),
]

handler403 = "answerable.web.staff.refused"
handler404 = "answerable.web.staff.not_found"
handler500 = "answerable.web.public.errors.failed"
