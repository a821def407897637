"""Files that are inspected, stopped, asked for, kept back, and gone: as far as a page needs them."""

import typst

from answerable.actions.casework import AttachedFile, attach_file
from answerable.actions.casework.releasing.settling import Said, ask_override, keep_back
from answerable.domain.personal.kinds import Certainty, PersonalKind
from answerable.inspecting import Finding, PersonalHit, Place, Severity, Verdict
from answerable.records.casework.models import Incident
from tests.support import scenes
from tests.support.casework import AT, OFFICER, REF, doing_by, somebody
from tests.support.inspecting import cleared, the_file
from tests.support.outlook_files import container

STOP = Finding("xlsx.hidden-sheet", Severity.STOP, "sheet 'Raw'", "412 rows", "It is left out.")
CHECK = Finding(
    "csv.personal-column", Severity.CHECK, "column 2", "1 column: “E••••”", "Delete it."
)
OTHER_CHECK = Finding("csv.many-cells", Severity.CHECK, "", "90,000 cells", "Sum them up.")
LOCKED = container({"EncryptedPackage": b"x", "EncryptionInfo": b"x"})
"""What begins like a workbook that a password locks."""
ELSE = somebody("Elsa", "checker")


def decidable():
    """Something in the file has to be decided."""
    scenes.filed()
    cleared(the_file(), verdict=Verdict.FINDINGS, findings=(CHECK, OTHER_CHECK))


def stopped():
    """The file cannot be released."""
    scenes.filed()
    cleared(the_file(), verdict=Verdict.FINDINGS, findings=(STOP,))


def asked():
    """Somebody who does nothing else here asked that it leaves all the same."""
    stopped()
    said = Said(the_file().sha256, "The court orders it")
    ask_override(REF, the_file().pk, said, doing=doing_by(ELSE))


def kept():
    """The file is kept back."""
    scenes.filed()
    keep_back(REF, the_file().pk, reason="Not asked for", doing=doing_by(OFFICER))


def locked():
    """A file is attached that nobody can open."""
    scenes.begun()
    given = AttachedFile("locked.xlsx", "", LOCKED)
    attach_file(REF, None, given, doing=doing_by(OFFICER))


def incident(**more):
    """A file left that cannot be released."""
    return Incident.objects.create(
        **{
            "reference": REF, "sha256": "ab" * 32, "name": "figures.xlsx", "what": ["A hidden sheet"],
            "out_since": AT, "went_to": ["with letter 1, by e-mail on 6 October 2025"],
            "rules": "1-abc", "opened_at": AT,
        } | more
    )  # fmt: skip


def with_incident():
    """An incident is open, of a request that is still there."""
    scenes.begun()
    incident(told=Incident.Told.REPORTED)


def naming(*, places=("page 1, line 2",)):
    """Return personal data that holds a file, and some that does not."""
    where = tuple(Place(one, page=1, box=(60.0, 80.0, 200.0, 95.0)) for one in places)
    why = "a title stands before it"
    return (
        PersonalHit(PersonalKind.NAME, None, Certainty.CERTAIN, "M• Q••••", why, 1, where),
        PersonalHit(PersonalKind.NAME, None, Certainty.LIKELY, "A•• Z••••", why, 1, where),
        PersonalHit(PersonalKind.SMALL, None, Certainty.POSSIBLE, "•", "it is small", 1, where),
    )


def personal():
    """The file shows people, about whom nobody decided."""
    scenes.filed()
    cleared(the_file(), verdict=Verdict.FINDINGS, personal=naming())


def pictured():
    """A PDF shows people, about whom nobody decided."""
    scenes.begun()
    given = AttachedFile("letter.pdf", "", typst.compile(b"Dear Mrs Agnes Pemberton"))
    attach_file(REF, None, given, doing=doing_by(OFFICER))
    cleared(the_file(), verdict=Verdict.FINDINGS, personal=naming())
