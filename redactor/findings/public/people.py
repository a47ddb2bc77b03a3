"""Which standings of public people's names are theirs: not after a private title, nor where somebody private acts."""

import re

from redactor.findings.public.citations import titled

Span = tuple[int, int]

_PRIVATE_AFTER = re.compile(
    r"(?:,? \(?(?:aged )?\d{1,2}\b(?! ?[-\u2013])|,? \(?(?:born|DOB|dob|d\.o\.b)\b|[ \t]*\||\t|,? (?:said to|told|rang|telephoned|phoned|texted|e-mailed|visited|attended|lives|lived (?:at|with|in)|collected|who lives)\b"
    r"|, (?:his|her|their|my|whose) (?:[a-z-]+ ){0,2}(?:(?:step|half-|grand|foster )?(?:mother|father|brother|sister|daughter|son|parents?)|aunt|uncle|nephew|niece|partner|husband|wife|boyfriend|girlfriend|friend)\b(?! [A-Z])|,? (?:an? |the |then |her |his |their |our |named |lead |senior |duty |deputy |acting |team )*(?:[a-z]+ ){0,2}(?:social worker|health visitor|school nurse|nurse|midwife|neighbour|minute-taker|manager|head ?teacher|teaching assistant|receptionist|paramedic|constable|sergeant|landlord|solicitor|cousin|key worker|support worker|housing officer)\b)"
)
_OFFICE = r"(?:Professor|Prof\.?|Dame|Sir|Lord|Lady|Baroness|(?:Prime|Education|Health|Children['\u2019]s|Home Office|Justice) Minister|(?:Home|Foreign|Education|Health|Justice) Secretary|Secretary of State(?:,| for [A-Z]\w+(?: and [A-Z]\w+| and Social Care)?,?)?|Chancellor|Minister|President|Chief Inspector|Ombudsman|Commissioner|MP|Rt Hon)"
_PUBLIC_BEFORE = re.compile(
    rf"(?:\b{_OFFICE},? |\b(?:researchers?|academics?|psychologists?|psychiatrists?|theorists?|sociologists?|philosophers?|criminologists?|the writer|the author|serial killers?|the (?:work|writings?|research|theories|ideas|words|phrase|theory|murder|murders|trial|conviction) of|government of|(?:research|study|studies|reviewed?|inquiry|report|book|paper|article|led|chaired|conducted|written|described|developed|coined) by|[Rr]eview by|according to|as) (?:{_OFFICE} )?)$"
)
_PUBLIC_AFTER = re.compile(
    r"(?:,? (?:and|&) (?:colleagues|others|associates)\b|,? et al|,? \(?(?:19|20)\d\d|['\u2019]s? (?:\(|(?:[a-z-]+ ){0,3}(?:work|research|stud(?:y|ies)|books?|papers?|articles?|models?|theor(?:y|ies)|frameworks?|concepts?|(?:review|report|analysis|inquiry) (?:of|on|into|for)|independent (?:review|report|inquiry)|national review|(?:[A-Z][a-z-]+ )?(?:Review|Report|Inquiry)|phrase|writings?|typology|lens|approach|notion|argument|scale|thesis|definition)\b)"
    r"|,? (?:whose (?:work|research|report|review|book|study)|in (?:his|her|their) (?:[a-z]+ ){0,2}(?:book|report|review|study|paper|research|article|work))|,? (?:MP|QC|KC|CBE|DBE|OBE)\b|,? (?:argue[sd]?|coined|theorised|posits|conceptualises|puts it|has (?:shown|argued|written)|writes (?:of|that|about))\b"
    r"|,? (?:the |then |a )*(?:Prime Minister|Home Secretary|Secretary of State|Children['\u2019]s Commissioner|Minister|Chief Inspector|criminologist|sociologist|psychologist|researcher)\b)"
)


def private_there(text: str, span: Span) -> bool:
    """Return whether the name at `span`, though a public one, is borne by somebody private: PC X, X told, X, her nurse."""
    return titled(text, span[0]) or _PRIVATE_AFTER.match(text, span[1]) is not None


def of_public_life(text: str, span: Span) -> bool:
    """Return whether a name that many share stands where the text speaks of research, an inquiry or an office."""
    if private_there(text, span):
        return False
    before = _PUBLIC_BEFORE.search(text[max(0, span[0] - 70) : span[0]])
    return before is not None or _PUBLIC_AFTER.match(text, span[1]) is not None
