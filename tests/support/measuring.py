"""Sample registers measured for tests: their rows as a snapshot, and a measure over them."""

from answerable.domain.clock.calendars import shipped_holidays
from answerable.measuring.computing import compute
from answerable.measuring.samples.registers import SAMPLES
from answerable.measuring.shipped import shipped_measures, shipped_registers
from tests.support.parquet_rows import AS_AT, write_parquet


def measured(name, folder, **parameters):
    """Return a shipped measure's result over the sample of its register."""
    measure = shipped_measures()[name]
    register = shipped_registers()[measure.register]
    sample = SAMPLES[measure.register]
    path = folder / f"{register.name}.parquet"
    snapshot = write_parquet(register, sample.rows(), path)
    return compute(
        measure,
        register,
        snapshot,
        path,
        parameters=parameters,
        as_at=sample.as_at,
        holidays=shipped_holidays(),
    )


def computed(measure, register, rows, folder, **given):
    """Return a measure's result over some rows, in the order of the register's columns."""
    path = folder / "rows.parquet"
    snapshot = write_parquet(register, rows, path)
    given = {"parameters": {}, "as_at": AS_AT, "holidays": shipped_holidays(), **given}
    return compute(measure, register, snapshot, path, **given)
