"""What each mark of a case becomes by the case's labels and settings; the window shows it, publishing does it.

A suggested date that says no more than the settings publish of every date ("March 2012", where dates become month and
year) stays as it stands and is no secret. A wording that would hold another confirmed wording, such as a child's name
that is also a month's, gives way to a coarser one, and at last to the fixed label. Only ages may coincide with a
number in a wording ("6 weeks before the incident"): how often they do is told to the proof.
"""

from __future__ import annotations

from collections.abc import Iterator

from redactor.findings.matching import Needle, find, haystack, needle, too_plain
from redactor.marks.case import Case
from redactor.marks.mark import Mark, Verdict
from redactor.marks.reasons import code_shown
from redactor.publish.date_wordings import says_no_more
from redactor.publish.general import generalised
from redactor.publish.plan import Operator, Rule

_COARSER: dict[str, tuple[Operator, ...]] = {
    "month": ("month", "year"), "year": ("year",), "interval": ("interval",),
}  # fmt: skip
_LEADS = ("on", "the")


class Instead:
    """The wordings of a case as it is decided and set now."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._settings = case.settings
        self._secrets: list[Needle] | None = None
        self._free: dict[str, bool] = {}

    def stays(self, mark: Mark) -> bool:
        """Whether a confirmed mark is published as it stands."""
        return (
            mark.type == "DATE"
            and not mark.by_hand
            and self._fixed(mark)
            and says_no_more(mark.text, self._settings.dates)
        )

    def label(self, mark: Mark) -> str:
        """What is read in its place in style "pseudonym"; "" for a black box."""
        if self.stays(mark):
            return " ".join(mark.text.split())
        rule = self.rule(mark)
        return (rule and generalised(mark.text, rule)) or self._case.labels.get(mark.entity, "")

    def rule(self, mark: Mark) -> Rule | None:
        """How it is worded more generally; None where its label stands."""
        if not self._fixed(mark) or mark.area is not None:
            return None
        return next(
            (rule for rule in self._rules(mark) if self._may_stand(generalised(mark.text, rule))), None
        )

    def code(self, mark: Mark) -> str:
        """The reason code that its black box carries; "" where none is wanted, or it would be a confirmed wording."""
        code = code_shown(mark) if self._settings.codes else ""
        return code if self._may_stand(code) else ""

    def _fixed(self, mark: Mark) -> bool:
        """Whether nobody gave it a wording of its own: it has the label of its type, or none as it was made by hand."""
        label = self._case.labels.get(mark.entity, "")
        return label.startswith("[") or (mark.by_hand and not label)

    def _rules(self, mark: Mark) -> Iterator[Rule]:
        settings = self._settings
        if mark.type == "AGE" and settings.ages == "band":
            yield Rule("band")
        if mark.type == "DATE":
            for operator in _COARSER.get(settings.dates, ()):
                where = (settings.anchor, settings.event) if operator == "interval" else ("", "")
                yield Rule(operator, *where, led=self._led(mark))

    def _led(self, mark: Mark) -> str:
        before = self._case.document.text[max(0, mark.start - 5) : mark.start].lower().split()
        return before[-1] if before and before[-1] in _LEADS else ""

    def _may_stand(self, worded: str) -> bool:
        """Whether it holds no confirmed wording."""
        if worded and worded not in self._free:
            hay = haystack(worded)
            self._free[worded] = not any(find(hay, sought) for sought in self._confirmed())
        return bool(worded) and self._free[worded]

    def _confirmed(self) -> list[Needle]:
        """The confirmed wordings that say something by themselves, but for ages."""
        if self._secrets is None:
            marks = self._case.marks.values()
            texts = {
                m.text for m in marks if m.verdict is Verdict.REDACT and m.type != "AGE" and not self.stays(m)
            }
            self._secrets = [sought for sought in map(needle, sorted(texts)) if not too_plain(sought)]
        return self._secrets
