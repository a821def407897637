"""The month that a path names, or that is not guessed."""

import pytest

from answerable.reading.month_names import month_named

NAMED = [
    ("2021-11.pdf", "2021-11"),
    ("log Nov 2021.pdf", "2021-11"),
    ("202111.docx", "2021-11"),
    ("november-2021-foi-log.pdf", "2021-11"),
    ("Sept_2019.html", "2019-09"),
    ("11-2021.pdf", "2021-11"),
    ("foi-20211130.pdf", "2021-11"),
    ("log-2021.11.05.pdf", "2021-11"),
    ("2021 November.txt", "2021-11"),
    ("logs/2021/11 November/log.pdf", "2021-11"),
    ("logs/2021/11/log.pdf", "2021-11"),
    ("2021/november.pdf", "2021-11"),
    ("logs\\2021-11\\log.pdf", "2021-11"),
    ("2021-10/november 2021.pdf", "2021-11"),
    ("5024007.pdf", None),
    ("FOI April 2021 to March 2022.pdf", None),
    ("2019-2020/march.pdf", None),
    ("march.pdf", None),
    ("1406745-2021.pdf", None),
    ("what may be 2021.pdf", None),
    ("2021-13.pdf", None),
    ("log.pdf", None),
    ("", None),
]


@pytest.mark.parametrize(("path", "month"), NAMED)
def test_a_path_names_one_month_or_none(path, month):
    assert month_named(path) == month
