"""`make docs`: the command line's reference page, written from the commands' own help."""

import os
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "cli.md"
HEAD = """# The command line

Written by `make docs` from the commands' own help; a test compares. Results go to standard output,
everything else to standard error. A command exits with 0 (done), 1 (done, and the answer is "no") or
2 (could not: the reason stands in one plain sentence). `--json` prints one JSON document, or one a
line where several files are given; its fields are promises: more may come, none is renamed.

"""


def reference():
    """Return the page."""
    # Help is wrapped to the terminal: the page must be the same on all of them.
    os.environ["COLUMNS"] = "92"
    from answerable.cli import command_parser

    parser = command_parser()
    commands = next(action for action in parser._actions if action.dest == "command").choices
    parts = [HEAD, "```text\n", parser.format_help(), "```\n"]
    for name, command in commands.items():
        parts += [f"\n## answerable {name}\n\n```text\n", command.format_help(), "```\n"]
    return "".join(parts)


def main():
    """Write the page."""
    PAGE.write_text(reference())
    print(f"Wrote {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
