"""The dates of public works: of editions, guidance, national inspections, Acts, censuses and letters of ministers.

A date is a work's by what stands between the two: `Title (as at September 2016)`, `Ofsted's thematic inspection of
August 2012`, `the Act, in force from 1 April 2015`. A body that acts in cases too (an inspectorate, a court, a helpline)
dates nothing by its name alone: `(Ofsted, March 2014)` may be the inspection of the child's own school.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.lists import alternatives
from redactor.findings.patterns import ANY_MONTH, CAPITALISED

Span = tuple[int, int]

REACH = 160  # characters before a date in which the work that it dates is looked for

_WHEN = re.compile(
    rf"(?<![\w/])(?:\d{{1,2}}(?:st|nd|rd|th)? )?{ANY_MONTH},? (?:19|20)\d\d(?![\w/])|\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter) (?:19|20)\d\d(?![\w/])"
)
_CLOSE = r"['\u2019\"\u201d*)\]]*"
_ISSUED = (
    r"(?:(?:re-?)?(?:published|issued|released|launched)|revised|updated|amended|refreshed|reprinted|introduced|commenced|enacted|superseded|withdrawn"
    r"|in (?:force|effect|operation)|(?:came|come|comes|coming) into (?:force|effect|operation)|took effect|effective|received Royal Assent|dated|as at|as of|as it stood)"
)
_LINK = (
    r"(?:the|a|an|its|it|was|were|been|being|is|are|has|had|have|which|that|as|then|first|last|again|only|fully|since|most recently|recently|subsequently|finally|and"
    r"|by the [A-Z]\w+(?: for [A-Z]\w+| Office)?|by [A-Z]\w+(?: [A-Z]\w+)?|in its (?:current|present|revised) form)"
)
_WORK_NOUN = r"(?:statutory |practice |national |draft |new |revised |interim |final |full )*(?:guidance|guidelines?|code(?: of practice)?|framework|document|report|review|edition|version|policy|procedures|standards|strategy|book|study|circular|supplement)"
_PUBLISHER = r"(?:[A-Z][\w&'\u2019-]*(?:,? (?:and |for |of |the |& )*[A-Z][\w&'\u2019-]*){0,7}[,:;]? )"
_AFTER_WORK = re.compile(
    rf"(?:: [A-Z][^.;()\n]{{2,80}}?)?{_CLOSE}(?: {_WORK_NOUN})?{_CLOSE}(?:,? ?[(\[]{_PUBLISHER}?(?:(?:{_LINK} )*{_ISSUED}(?: (?:in|on|from|by))? |{_LINK} )?|, | of "
    rf"|,? [(\[]?(?:{_LINK} )*(?:{_ISSUED}|(?:edition|version))(?: (?:{_LINK}|{_ISSUED}|in|on|from|since|until|at|of|to))* |, (?:\w+ )?(?:edition|version|revision),? (?:of |in )?)"
)
_PUBLISHED = re.compile(r"(?:published|issued|released|launched|presented)\b[^.;\n]*$")
_ON_THE_DAY = re.compile(rf"{_CLOSE},? on ")
_STUDY = (
    r"(?:guidance|guidelines?|codes? of practice|(?:inspection |assessment )?framework|circular|alert|bulletin|briefing(?: note| paper)?|toolkit|consultation(?: paper| document)?|white paper|green paper"
    r"|(?:[Jj]oint |[Nn]ational |[Ll]iterature |[Tt]hematic |[Tt]hemed |[Aa]nnual |[Tt]riennial |[Bb]iennial |[Ss]coping |[Pp]rogress |[Rr]esearch |[Ss]trategic |[Mm]ulti-[Aa]gency )+(?:inspections?|reviews?|reports?|surveys?|study|studies|audit|analysis|statistics|strategy|standards)"
    r"|position statement|policy statement|call for evidence|research|statistics|good practice (?:report|guide|survey))"
)
_AFTER_BODY = re.compile(
    rf"(?:['\u2019]s?)?(?: [a-z-]+){{0,3}}? {_STUDY}(?: (?:on|about|into|of|in|for) [a-z][a-z ,-]{{2,70}}?)?{_CLOSE}(?:,? ?[(\[](?:{_LINK} )*(?:{_ISSUED} (?:in |on )?)?|, | of | from |,? (?:{_LINK} )*{_ISSUED}(?: (?:in|on|from|of))? | in )"
)
_WHAT_OF = re.compile(rf"\b{_STUDY}(?: on [a-z -]{{3,50}})? (?:of|by|from|issued by|published by) (?:the )?$")
_THEN = re.compile(r"(?:,? ?[(\[]|, | of | in )")
_WITHIN = re.compile(r"(?:,|:|;)? (?:as at |updated |revised )?")
_AS_WORK = re.compile(rf"(?:['\u2019\"\u201d*]|\b(?:{_STUDY}|report|on [a-z ]{{4,60}})) ?[(\[](?:see )?$")
_PAPER = re.compile(
    r"\b(?:(?:[Ii]nspectorates?['\u2019]s?|[Gg]overnment['\u2019]s|[Mm]inisterial|[Pp]arliamentary|[Nn]ational|[Ss]elect [Cc]ommittee(?:['\u2019]s)?) (?:[a-z-]+ ){0,2}(?:report|review|inspection|survey|study|audit)|(?:[Ss]tatutory|[Nn]ational|[Mm]ulti-[Aa]gency|[Gg]overnment|[Dd]raft|[Ss]upplementary|[Ii]nspection|[Gg]ood practice|[Pp]ractice|Ofsted['\u2019]s|DfE|NICE|[Cc]linical) (?:[a-z-]+ ){0,2}(?:guidance|guidelines?|framework|standards|strategy|circular)"
    r"|Green Paper|White Paper|[Cc]ircular|National Service Framework|Code of Practice|Victims['\u2019] Code|Children['\u2019]s Plan|National Standards)\b[^.;\n()]{0,70}?"
    r"(?:\((?:[A-Z][\w ]{1,20},? )?|, ?| of | dated | (?:published|issued|revised|updated|reissued|in force)(?: (?:in|on|from|by [A-Z]\w+(?: \w+)? in))? )$"
)
_REPLACED = re.compile(
    r"\b(?:[Gg]uidance|[Cc]ircular|[Cc]ode|[Ss]tandards?|[Ss]trategy|[Pp]aper|replaced (?:that|the one|the version|the guidance)) (?:\(|of |dated |from )(?:[A-Za-z]+,? )?$"
    r"|\b(?:[Gg]uidance|[Gg]uidelines?|[Rr]eports?|[Rr]eview|[Ss]tandards|[Ss]tudy|[Aa]lert|[Bb]ulletin)\b[^.;\n]{0,50} (?:by|from) the (?:Royal|National|British|Department|Home Office|Ofsted|Care Quality|Law Commission)[^.;\n]{0,60} in $"
)
_EDITION = re.compile(
    r"\b(?:[Gg]uidance|[Gg]uidelines?|[Rr]egulations|[Cc]odes? of [Pp]ractice|[Ss]tatute|[Ll]egislation|[Pp]rocedures) ?[(\[](?:as )?(?:at|of|amended in|updated in|revised in|it stood in|in force (?:in|from|at)) $|"
    r"\b(?:new|first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|latest|current|previous|earlier|later|revised|next|original|updated|superseded) editions?,? ?(?:of |in |dated |from |\(|published in |issued in |that appeared in |came out in )?$"
    r"|\b(?:new|latest|current|previous|earlier|later|revised|updated) (?:statutory |national |practice )?(?:guidance|code of practice) (?:of |dated |from |\(|published in |issued in )$"
)
_SAID_SO = re.compile(  # The guidance was revised in; the national review said so in
    r"\b(?:[Gg]uidance|Code|Code of Practice|Framework|Guidelines|Regulations|Act|Directive|Circular) (?:was|were|had been|has been)(?: (?:first|last|next|again|then))* (?:re-?)?(?:published|issued|released|revised|updated|amended|replaced|withdrawn|brought into force) (?:in |on |from )$"
    r"|\b(?:[Nn]ational (?:thematic )?review|[Pp]ublic inquiry|[Ii]ndependent [Ii]nquiry|[Ss]elect [Cc]ommittee|Law Commission)\b[^.;\n]{0,110} (?:said|found|reported|concluded|recommended|argued|warned)(?: (?:it|so|this|as much|(?:much )?the same))?(?: again)? in $"
)
_MINISTER = re.compile(
    r"\b(?:[Ll]etters?|[Cc]ircular|[Ss]tatement|[Ss]peech|[Oo]ral evidence|[Gg]uidance|[Rr]esponse) (?:of|from|by|to) the (?:[A-Z][\w-]* )*(?:Under-Secretary|Secretary|Secretary of State|Minister|Chief (?:Medical|Nursing|Social Worker|Inspector)|Children['\u2019]s Commissioner|President of the Family Division)\b[^.;\n]{0,80}?(?:,| dated| of| on| \() ?$"
)
_CENSUS = re.compile(r"\b[Cc]ensus(?: (?:of|in|taken (?:in|on))|,| \() ?$")
_LAST_OF = re.compile(
    r"\bthe (?:last|latest|first|most recent|earliest|second|former|latter)(?: of (?:these|them|which))?(?: (?:published|issued))? (?:in|of|from|dated) $"
)
_TITLED = re.compile(  # Sharing What We Know: Advice for Practitioners (updated July 2018)
    rf"(?P<title>{CAPITALISED}:?(?: (?:(?:and|of|for|the|in|on|to|with|from|by|a|an|under|who|are|is) ){{0,3}}{CAPITALISED}:?){{2,11}}){_CLOSE},? [(\[]?(?:(?:which|that) )?(?:(?:was|were|first|last) )*(?:(?:re-?)?(?:published|issued)|revised|updated)(?: in| on)? $"
)


_AS_TITLE = re.compile(r"[A-Z].*?(?:[A-Z\d]|(?: \w+){3})|\w+(?:[ -]\w+){4}")


def public_dates(text: str, works: Sequence[Span], bodies: Sequence[Span]) -> Iterator[Span]:
    """Yield the dates in `text` that are a work's and not the case's; `works` and `bodies` are sorted and lie apart."""
    for match in _WHEN.finditer(text):
        start = match.start()
        line = text.rfind("\n", max(0, start - REACH), start) + 1 or max(0, start - REACH)
        before = text[line:start]
        forms = (_PAPER, _REPLACED, _EDITION, _SAID_SO, _MINISTER, _CENSUS)
        if (
            any(form.search(before) for form in forms)
            or _of_work(text, start, works)
            or _of_body(text, start, bodies)
            or _of_last(before, start, works, bodies)
            or _of_title(before)
        ):
            yield match.span()


def titles(works: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return those of `works` that are written as titles, or long: `safe at home` in running text dates nothing."""
    return tuple((start, end) for start, end in works if _AS_TITLE.match(text, start, end))


def _of_work(text: str, start: int, works: Sequence[Span]) -> bool:
    """Return whether the date at `start` says when the work right before it was published or came into force."""
    work = _nearest(works, start)
    if not work:
        return False
    between = text[work[1] : start]
    if _AFTER_WORK.fullmatch(between):
        return True
    return bool(_ON_THE_DAY.fullmatch(between) and _PUBLISHED.search(text, max(0, work[0] - 80), work[0]))


def _of_body(text: str, start: int, bodies: Sequence[Span]) -> bool:
    """Return whether the date at `start` is that of a body's guidance or study, or stands with it in brackets."""
    body = _nearest(bodies, start)
    if not body:
        return False
    between = text[body[1] : start]
    if _AFTER_BODY.fullmatch(between):
        return True
    if _WHAT_OF.search(text, max(0, body[0] - 80), body[0]) and _THEN.fullmatch(between):
        return True
    if text[body[0] - 1 : body[0]] not in ("(", "[") or not _WITHIN.fullmatch(between):
        return False
    acting = re.fullmatch(alternatives("acting_bodies"), text[body[0] : body[1]])
    return not acting or bool(_AS_WORK.search(text, max(0, body[0] - 80), body[0]))


def _of_last(before: str, start: int, works: Sequence[Span], bodies: Sequence[Span]) -> bool:
    """Return whether `the last of these in` before a date speaks of works or bodies in the same sentence."""
    sentence = len(before) - max(before.rfind(". "), before.rfind("; "), 0)
    last = max((span[1] for span in (_nearest(works, start), _nearest(bodies, start)) if span), default=0)
    return bool(_LAST_OF.search(before)) and last > start - sentence


def _of_title(before: str) -> bool:
    """Return whether a work with a title of ordinary words stands before a date at which it was published."""
    match = _TITLED.search(before)
    return match is not None and all(map(is_ordinary, re.findall(r"[^\W\d_]+", match["title"])))


def _nearest(spans: Sequence[Span], place: int) -> Span | None:
    """Return the last of `spans` that ends at or before `place` and not further than `REACH` from it."""
    at = bisect_right(spans, (place, 0)) - 1
    return spans[at] if at >= 0 and spans[at][1] <= place < spans[at][1] + REACH else None
