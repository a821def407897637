"""Registers for tests: a store with snapshots that hold something to be found, and something to be hidden."""

import datetime as dt

from answerable.queries.register_places import registers_folder
from answerable.queries.registers.browsing import store
from answerable.queries.registers.declared import known_registers

HIDDEN = "MP-77310"
"""A reference that staff may see and the public may not."""
RECOMMENDATIONS = """\
reference,made_on,recipient,area,reach,text,response,responded_on
REC-0001,2023-05-02,Kent Police,custody,local,Check cells as often as the plan says.,accepted,2023-06-01
REC-0002,2024-01-15,Gwent Police,training,national,Train sergeants again.,,
REC-0003,2024-02-20,Kent Police,custody,local,"Write down each check, and when.",rejected,2024-04-02
"""
PROCEEDINGS = f"""\
reference,year,kind,directed,proven,result
{HIDDEN},2019/20,hearing,yes,gross-misconduct,dismissed
MP-2,2019/20,meeting,no,nothing,no-action
"""
PEOPLE = """\
reference,year,role,case_to_answer,proceedings_directed
P-1,2019/20,officer,misconduct,yes
P-2,2019/20,staff,none,no
"""


def loaded(name="recommendations", text=RECOMMENDATIONS, *, as_at=dt.date(2024, 6, 26)):
    """Load rows as a snapshot of the site's store, and return it."""
    folder = registers_folder()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"given-{name}.csv"
    file.write_text(text, encoding="utf-8")
    return store().add(known_registers()[name], file, as_at=as_at)
