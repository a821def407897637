"""Which test files take longest: a run begins with them, so that no core waits for the last of another."""

from collections import Counter

LONGEST = (
    "tests/functional/test_permissions.py",
    "tests/integration/mail/test_killed.py",
    "tests/functional/test_bench.py",
    "tests/functional/casework/test_bad_input.py",
    "tests/integration/casework/test_fault_points.py",
    "tests/functional/test_precedent_commands.py",
    "tests/browser/test_files_that_leave.py",
    "tests/functional/test_wheel.py",
    "tests/browser/test_afterwards.py",
    "tests/integration/casework/test_log_killed.py",
    "tests/unit/inspecting/rebuilding/documents/test_planted_documents.py",
    "tests/integration/imports/test_processes.py",
    "tests/browser/test_whole_way.py",
    "tests/browser/test_standards.py",
    "tests/browser/test_journeys.py",
    "tests/unit/domain/personal/test_hostile.py",
    "tests/unit/inspecting/sweeping/test_sweeping.py",
    "tests/unit/inspecting/test_anywhere.py",
    "tests/functional/casework/test_place_pages.py",
    "tests/unit/inspecting/test_planted.py",
    "tests/unit/reading/test_bad_input.py",
    "tests/corpus/test_scanned_logs.py",
    "tests/unit/reading/test_untagged_columns.py",
    "tests/unit/inspecting/redacting/test_apart.py",
    "tests/unit/inspecting/labelling/test_ordinary.py",
    "tests/unit/inspecting/test_namespaces.py",
    "tests/unit/inspecting/compared/test_drawn_apart.py",
    "tests/unit/inspecting/test_hostile.py",
    "tests/unit/inspecting/test_any_attribute.py",
    "tests/unit/inspecting/test_anywhere_in_pdf.py",
    "tests/functional/test_import_command.py",
    "tests/browser/test_accounts.py",
    "tests/integration/casework/test_killed.py",
    "tests/integration/casework/test_sample_cases.py",
    "tests/unit/inspecting/compared/test_old_office.py",
    "tests/unit/inspecting/labelling/test_apart.py",
)
"""Those of some ten seconds or more, the longest first (`pytest --durations=0`)."""


def in_order(items):
    """Return tests in the order in which their files are to run: the longest, then those of most tests.

    Browsers are waited for more than they work: their tests come early, while the other database's use that time.
    """
    known = {name: place for place, name in enumerate(LONGEST)}
    counts = Counter(_file_of(item) for item in items)

    def place(item):
        file = _file_of(item)
        is_waited_for = file.startswith("tests/browser/")
        return known.get(file, len(known)), not is_waited_for, -counts[file], file

    return sorted(items, key=place)


def _file_of(item):
    return item.nodeid.partition("::")[0]
