"""Private pages, social-media handles, gamer tags and log-ins."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "page «www.facebook.example/justice4ann» names",
    "see «instagram.com/jo.b_90»",
    "«https://example.org/users/kez?id=4»",
    "posts as «@kez_okafor»,",
    "gamer tag «xX_Kez_Xx» was",
    "Snapchat name «kezzy2009»",
    "username “«dragonboy_99»”",
    "under the name «kez_ok_11» online",
    "a page («gofund.example/helpforkez») is",
    "«jo.ferr»: you up\n«kezb3»: no\n«jo.ferr»: ok",
)
IGNORES = (
    "paid £5 @ the door",
    "the and/or clause",
    "e.g. this",
    "the username field",
    "published at www.gov.uk in May",
    "a file of Facebook messages",
    "HV2: no reply\nSW1: agreed",
    "e.g.: this\ni.e.: that",
    "Mother: no\nFather: yes",
    "see Figure.1: the rates",
)

_PUBLIC_HOST = r"(?:[\w-]+\.)*(?:gov\.uk|nspcc\.org\.uk|nice\.org\.uk|legislation\.gov\.uk|ofsted\.gov\.uk|scie\.org\.uk)"
_URL = re.compile(
    rf"\b(?:https?://|www\.)(?!{_PUBLIC_HOST}\b)[\w-]+(?:\.[\w-]+)+(?:/[\w./?=&%#@~+-]*)?(?<![./])",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"\b(?:[\w-]+\.)?(?:facebook|instagram|twitter|tiktok|snapchat|linkedin|youtube|reddit|x|vk|bebo|myspace|onlyfans|t|wa)"
    r"\.(?:com|example|me|co|net|org)/[\w./?=&%#@~+-]+(?<![./])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,29}(?<!\.)")
_TAG = re.compile(
    r"(?<![\w/\\])(?:[a-z]{1,3}[A-Z]?_\w{2,20}_[A-Za-z]{1,3}|(?!\w*_v\d)[A-Za-z]{2,}_[A-Za-z0-9_]*\d{1,4})\b(?!\.(?:doc|pdf|xls|txt))"
)
_NAMED = re.compile(
    r"(?i:\b(?:gamer ?tag|user ?name|user id|log-?in|screen ?name|handle|snapchat(?: name)?|instagram(?: name)?|psn|xbox(?: live)?"
    r"|kik|discord|tiktok|roblox|profile name|account name|online name))(?i:,? (?:was|is|of|as|called|name|account|id))?[: ]+"
    r"[\"'\u201c\u2018]?(?P<it>(?=[\w.-]*[\d_])[A-Za-z][\w.-]{3,29}(?<!\.))"
)
_PAGE = re.compile(
    rf"(?<![\w@/.-])(?!{_PUBLIC_HOST})[a-z\d-]{{2,30}}\.(?:com|co\.uk|org|net|me|gg|tv|io|example)/[\w./?=&%#@~+-]*[\w/]",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"^(?:\[?[\d/:., ]{4,22}(?:[ap]m)?\]? ?[-\u2013]? ?)?"
    r"(?P<it>(?=\S{5})(?=\S*[a-z])(?:[A-Za-z]\w*(?:[._]\w+)+|[A-Za-z]+\d\w*|[A-Z][a-z]+(?:[A-Z][a-z]+)+)):(?= \S)",
    re.MULTILINE,
)


def find(text: str) -> Iterator[Finding]:
    """Yield online names and pages."""
    yield from matches(_URL, text, "ONLINE", 0.85, "Has the form of a web address")
    yield from matches(_SITE, text, "ONLINE", 0.97, "A page on a social network")
    yield from matches(_HANDLE, text, "ONLINE", 0.93, "Has the form of a social-media handle")
    yield from matches(_NAMED, text, "ONLINE", 0.9, "A word for an online name before it")
    yield from matches(_TAG, text, "ONLINE", 0.7, "Has the form of an online name")
    yield from matches(_PAGE, text, "ONLINE", 0.85, "Has the form of a web address")
    speakers = list(matches(_SPEAKER, text, "ONLINE", 0.9, "Writes messages under this name"))
    if len(speakers) > 1:
        yield from speakers
