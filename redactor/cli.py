"""How the commands are called, and how they end. Thin, like `ui/`."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from redactor.commands import UNUSABLE
from redactor.commands.carrying import carry
from redactor.commands.deciding import decide, marks
from redactor.commands.documents import add
from redactor.commands.opening import open_window
from redactor.commands.publishing import publish, sample, verify
from redactor.commands.record import log
from redactor.commands.signing import sign
from redactor.commands.suggesting import prepare, suggest
from redactor.errors import RedactorError

STOPPED = 130
"""Exit status when the user stopped it."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One sentence instead of the usage text."""
        self.exit(UNUSABLE, f"{self.prog}: {message}; try {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open the window. Returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0] not in COMMANDS and not given[0].startswith("-")):
        return open_window(given)
    options = _parser().parse_args(given)
    try:
        return COMMANDS[options.command][1](options)
    except RedactorError as error:
        print(f"redactor: {_one_sentence(error)}", file=sys.stderr)
        for problem in getattr(error, "problems", ()):
            print(problem)
        return error.exit_status
    except KeyboardInterrupt:
        print("redactor: stopped; nothing was left half-written.", file=sys.stderr)
        return STOPPED
    except Exception as error:  # the last resort; a traceback may show text of the draft
        print(
            f"redactor: something unexpected went wrong ({_where(error)}); nothing was left half-written.",
            file=sys.stderr,
        )
        return UNUSABLE


def _one_sentence(error: RedactorError) -> str:
    """A failure and its advice as one sentence."""
    if not error.advice:
        return error.sentence
    advice = error.advice[0].lower() + error.advice[1:]
    return f"{error.sentence.rstrip('.')}: {advice}"


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"


# The options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="redactor",
        description="Takes every identifier out of an overview report, offline, and proves it before publishing. "
        "Without a command it opens the window: redactor [DRAFT|CASE].",
        epilog="Exit status: 0 done; 1 checked and found wanting; 2 wrong use or unusable input.",
    )
    choice = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    for name, (text, _, options) in COMMANDS.items():
        options(choice.add_parser(name, help=text, description=text))
    return parser


def _suggest_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("draft", type=Path, metavar="DRAFT", help="a .pdf, .docx or .txt file")
    parser.add_argument("-o", dest="output", type=Path, required=True, metavar="OUT.json")
    _model_option(parser)


def _prepare_options(parser: argparse.ArgumentParser) -> None:
    _drafts_option(parser)
    parser.add_argument(
        "-o",
        dest="output",
        type=Path,
        required=True,
        metavar="CASE",
        help="the case file to make, such as child-d.redactor",
    )
    parser.add_argument(
        "--always", type=Path, metavar="FILE", help="terms to mark wherever they stand, one a line"
    )
    parser.add_argument("--never", type=Path, metavar="FILE", help="terms never to mark, one a line")
    _model_option(parser)
    _passphrase_option(parser)


def _drafts_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "drafts",
        type=Path,
        nargs="+",
        metavar="DRAFT",
        help="a .pdf, .docx or .txt file; several share people, labels and lists",
    )


def _document_option(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument(
        "--document", type=int, default=1, metavar="N", help=f"{what}, where the case has several (1)"
    )


def _add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", type=Path, metavar="CASE", help="the case file to add to")
    _drafts_option(parser)
    parser.add_argument("--by", default="", metavar="NAME", help="who adds them (the system user’s name)")
    _model_option(parser)
    _passphrase_option(parser)


def _model_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        type=Path,
        metavar="FOLDER",
        help="a name model of your own, used beside the built-in one: a spaCy pipeline or a Hugging Face ONNX model",
    )


def _carry_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "case", type=Path, metavar="CASE", help="the case of the former draft; it stays as it is"
    )
    parser.add_argument("draft", type=Path, metavar="NEWDRAFT", help="a .pdf, .docx or .txt file")
    parser.add_argument(
        "-o",
        dest="output",
        type=Path,
        required=True,
        metavar="NEWCASE",
        help="the case file to make, under the same passphrase",
    )
    _document_option(parser, "which document the new draft takes the place of")
    parser.add_argument(
        "--by", default="", metavar="NAME", help="who goes on with it (the system user’s name)"
    )
    _passphrase_option(parser)


def _decide_options(parser: argparse.ArgumentParser) -> None:
    from redactor.findings.finding import TYPES

    _case_option(parser)
    verdict = parser.add_mutually_exclusive_group(required=True)
    verdict.add_argument("--confirm", action="store_true", help="take these out")
    verdict.add_argument("--reject", action="store_true", help="keep these as they are")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--all", action="store_true", help="every undecided mark")
    which.add_argument("--type", choices=TYPES, metavar="T", help=f"marks of one type: {' '.join(TYPES)}")
    which.add_argument("--entity", metavar="E", help="one person or thing, by its id or its label")
    which.add_argument("--match", metavar="TEXT", help="marks on this wording")
    which.add_argument("--mark", metavar="ID", help="one mark")
    parser.add_argument("--by", required=True, metavar="NAME", help="who decides")
    parser.add_argument("--reason", metavar="CODE")


def _marks_options(parser: argparse.ArgumentParser) -> None:
    _case_option(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def _sign_options(parser: argparse.ArgumentParser) -> None:
    from redactor.marks.signing import ROLES

    _case_option(parser)
    parser.add_argument("--role", choices=ROLES, required=True, help="who prepared it, or the legal reviewer")
    parser.add_argument("--by", required=True, metavar="NAME", help="who signs; the two have different names")
    parser.add_argument(
        "--read-all",
        action="store_true",
        help="declare that you read every page elsewhere, which is recorded",
    )


def _log_options(parser: argparse.ArgumentParser) -> None:
    _case_option(parser)
    parser.add_argument("--csv", action="store_true", help="as CSV, with all values and whole hashes")


def _publish_options(parser: argparse.ArgumentParser) -> None:
    _case_option(parser)
    parser.add_argument("-o", dest="output", type=Path, required=True, metavar="OUT.pdf")
    _document_option(parser, "which document to publish")
    parser.add_argument(
        "--style",
        choices=("blackout", "pseudonym"),
        default="pseudonym",
        help="black boxes, or labels such as “Mother” (the default)",
    )
    parser.add_argument(
        "--dates",
        metavar="HOW",
        help="in place of dates: label ([date]), month (and year), year, or interval:14/03/2012[:the incident]; "
        "kept in the case",
    )
    parser.add_argument(
        "--ages", metavar="HOW", help="in place of ages: label ([age]) or band (5–10); kept in the case"
    )
    parser.add_argument(
        "--reason-codes",
        action=argparse.BooleanOptionalAction,
        help="let black boxes carry the code of their reason; kept in the case",
    )
    parser.add_argument("--by", default="", metavar="NAME", help="who chose these (the system user’s name)")


def _verify_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pdf", type=Path, metavar="PDF", help="any PDF")
    parser.add_argument(
        "--case", type=Path, metavar="CASE", help="look for every confirmed identifier of this case too"
    )
    _document_option(parser, "which document this was published of")
    _passphrase_option(parser)


def _sample_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        dest="output",
        type=Path,
        default=Path("sample-published.pdf"),
        metavar="OUT.pdf",
        help="where there is no screen",
    )


def _case_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "case", type=Path, metavar="CASE", help="a case file made by prepare or in the window"
    )
    _passphrase_option(parser)


def _passphrase_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="a text file with the passphrase; asked for where left out",
    )


COMMANDS: dict[
    str, tuple[str, Callable[[argparse.Namespace], int], Callable[[argparse.ArgumentParser], None]]
] = {
    "suggest": ("write the suggestions for a draft as JSON", suggest, _suggest_options),
    "prepare": (
        "make a case file with the suggestions for a draft, or for several",
        prepare,
        _prepare_options,
    ),
    "add": ("add further documents to a case", add, _add_options),
    "carry": ("go on with a new draft: carry the decisions of a case over to it", carry, _carry_options),
    "decide": ("confirm or reject marks of a case", decide, _decide_options),
    "marks": ("list the marks of a case with their state", marks, _marks_options),
    "sign": ("answer for a decided case, as its preparer or as its legal reviewer", sign, _sign_options),
    "log": ("show who decided what, when and why", log, _log_options),
    "publish": (
        "publish a signed case as a PDF that is proved to hold no confirmed identifier",
        publish,
        _publish_options,
    ),
    "verify": ("check any PDF for what a redaction must not leave", verify, _verify_options),
    "sample": ("try the main job on the sample draft", sample, _sample_options),
}
