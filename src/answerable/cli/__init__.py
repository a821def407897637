"""The `answerable` command: each task is a module, loaded when it is called."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from answerable import __version__

_TASKS = {
    "Read logs": {
        "read": "read documents into entries, questions and decisions",
        "merge": "merge several readings of one document into the best of each",
    },
    "Apply the law": {
        "clock": "say when an answer is due, and why",
        "calendar": "show or update the bank holidays",
        "exemption": "explain a ground of refusal, to the limb",
        "cost": "estimate whether a request is over the cost limit",
    },
    "Compare answers": {
        "match": "find earlier answers to a question",
        "contradictions": "find answers to one question that disagree",
        "pairs": "print the pairs of questions that officers put aside",
    },
    "Stand by figures": {
        "register": "load registers, and list their snapshots",
        "measure": "compute a figure from a register, or prove an old one",
        "check-tables": "find what does not agree in printed tables",
        "protect": "round and withhold small counts, and prove that they stay withheld",
    },
    "Look into files before they leave": {
        "inspect": "find what a file would give away",
        "personal": "find the personal data in a file",
        "clean": "make a file anew from what another shows",
        "redact": "take what is marked out of a PDF, and prove it",
        "reinspect": "look back on everything that was ever released",
    },
    "Answer requests": {
        "take-in": "take requests in from e-mails and letters",
        "requests": "list open requests, the most urgent first",
        "request": "show a request, or record what happened to it",
        "export": "take a request out whole, as a folder",
        "statistics": "count what was received, and how it was answered",
        "standards": "load an assessor's report, and print the levels of a round",
        "api-key": "let other systems bring requests in",
    },
    "Keep and publish them": {
        "import": "read files and folders into the archive",
        "correct": "correct what was misread in an entry",
        "withdraw": "take an entry out of the published log",
        "restore": "put a withdrawn entry back",
        "publish": "write a month's log as files",
        "index": "bring the search index up to date, or rebuild it",
        "ledger": "show and verify the record of who did what",
    },
    "Run a site": {
        "person": "let people in, and say what they may do",
        "demo": "try it: a fresh site with sample material",
        "serve": "serve the configured site",
        "worker": "send and fetch mail, and do what nobody does by hand",
    },
}
_MODULES = {
    "correct": "archive",
    "withdraw": "archive",
    "restore": "archive",
    "import": "imports",
    "merge": "read",
    "match": "precedent",
    "contradictions": "precedent",
    "inspect": "inspection",
    "clean": "cleaning",
    "redact": "redaction",
    "take-in": "casework",
    "requests": "casework",
    "request": "casework",
    "api-key": "api_key",
    "check-tables": "check_tables",
}

Run = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 1 the answer is "no", 2 could not."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser = command_parser(words[0] if words else None)
    given = parser.parse_args(words)
    run: Run = given.run
    try:
        return run(given)
    except BrokenPipeError:
        # The reader of our output has gone, as `answerable read … | head` does: nothing is wrong.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("Stopped: what was finished is kept, what was half done is undone", file=sys.stderr)
        return 130


def command_parser(command: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of one command, or of all of them."""
    parser = argparse.ArgumentParser(
        prog="answerable",
        description="Questions come in, lawful answers go out, and what was answered stays on the record.",
        epilog=_overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"answerable {__version__}")
    commands = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, help=argparse.SUPPRESS
    )
    names = [name for task in _TASKS.values() for name in task]
    wanted = [command] if command in names else names
    for module in dict.fromkeys(_MODULES.get(name, name) for name in wanted):
        import_module(f"answerable.cli.{module}").add_parser(commands)
    return parser


def _overview() -> str:
    lines = []
    for task, commands in _TASKS.items():
        lines.append(f"{task}:")
        lines += [f"  {name:<10} {summary}" for name, summary in commands.items()]
        lines.append("")
    return "\n".join([*lines, "answerable COMMAND --help says more."])
