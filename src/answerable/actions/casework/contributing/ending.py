"""Take back what is still asked of information owners, where a question ends without an answer."""

from answerable.actions.casework.contributing import mails
from answerable.actions.casework.doing import Doing
from answerable.actions.casework.telling import tell
from answerable.records.casework.models import Contribution, Question


def end_contributions(question: Question, doing: Doing) -> None:
    """Withdraw what nobody has answered yet of a question that ended; a mail tells each owner.

    Whoever ends the question is who ends this: it needs no move of its own. The request is locked.
    """
    asked = question.contributions.filter(state=Contribution.State.ASKED)
    for one in asked.select_related("owner").order_by("number"):
        one.question = question
        one.state = Contribution.State.WITHDRAWN
        one.save(update_fields=["state"])
        mails.write_withdrawn(one, at=doing.at)
        tell(
            "contribution withdrawn",
            question.request.reference,
            doing,
            {"question": question.label, "contribution": one.number, "owner": one.owner.email},
        )
