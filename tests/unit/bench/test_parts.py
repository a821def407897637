"""What the bench is asked to measure: some of its parts, by their names."""

import os
import subprocess
import sys

import pytest
from bench.command import main
from bench.reading import spent_by
from bench.report import Report


def test_a_part_that_is_none_is_refused_in_one_sentence(capsys):
    with pytest.raises(SystemExit, match="2"):
        main(["--parts", "clock,documents"])

    said = capsys.readouterr().err
    assert said.startswith("There is no part documents: name some of reading, scans, ")
    assert said.count("\n") == 1


def test_where_nothing_could_be_measured_that_is_said():
    assert Report().table().startswith("Nothing was measured")


def test_what_a_program_takes_of_the_processor_is_counted_until_its_end():
    busy = "import time\nwhile time.process_time() < 0.2: pass"

    idle, worked = (
        spent_by([sys.executable, "-c", said], dict(os.environ)) for said in ("pass", busy)
    )

    assert worked >= 0.2
    assert idle < worked


def test_a_process_that_measures_by_itself_loads_nothing_of_what_others_measure():
    # So multiprocessing begins one: it runs the first file again under another name.
    again = "import runpy, sys\nrunpy.run_module('bench.__main__', run_name='__mp_main__')\n"
    said = "print(sorted(name for name in sys.modules if name.startswith(('bench.', 'polars'))))"

    done = subprocess.run(
        [sys.executable, "-c", again + said], capture_output=True, text=True, check=True
    )

    assert done.stdout == "[]\n"
