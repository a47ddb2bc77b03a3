"""Private pages, social-media handles, gamer tags and log-ins."""

import re
from collections.abc import Iterator

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.patterns import any_of, before, led, matches

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
    "known online as «kezlomax»",
    "Snapchat: «kezlomax», insta «kez.lomax»",
    "log-in: «jthomas3», logged on as «JTHOMAS3»",
    "accessed by «jthomas3» at 14.02",
    "gamertag «xXKezXx», plays as «KezSniper» on Xbox",
    "Discord «kez#4471»",
    "calls himself «dark_angel» on the forum",
    "Skype: «live:kezlomax»",
    "«kezlomax.tumblr.com» and «kez.wordpress.com/2011/03»",
    "the hashtag «#JusticeForKez»",
    "IP address «81.104.47.120»",
    "device name «Kezs-iPhone»",
    "Facebook profile “«Kezza Lad»”",
    "C:\\Users\\«jthomas3»\\Documents\\chronology.doc",
    "his dating profile, «BigLad44», said",
    "on a second account «jord_w_official», where",
    "his account «jord_w» and his spare («jord.w.alt»)",
    "goes by «jordz_w» online",
    "goes by “«Lil Jordz»” on TikTok",
    "known as «jordz_x» on Instagram",
    "messaged by «dan.the.man88»",
    "using the name «GamerDad42»",
    "a profile called «Kayz Way», on which",
    "a Facebook account in the name «Kayz Way»",
    "Facebook (as “«Kayz Way»”)",
    "his Facebook name, «Kayz Way», was",
    "FB: «Kayz Way»",
    "DMs from «kayz.way», whom she follows; she follows «jord.w» too",
    "the group chat “«Weir Boyz»”",
    "WhatsApp group '«Nan's Lot»'",
    "a Facebook page, “«Justice for Ola»”,",
    "YouTube channel «KayzWayVlogs»",
    "OnlyFans «kayzxx», Vinted seller «kayzcloset»",
    "Wi-Fi name «LomaxHub»",
    "Apple ID «kayz.way»",
    "user «LOMAXK1» at 09.12, logged on: «LOMAXK»",
    "Created by: «klomax»",
    "«linktr.ee/kayzway»",
    "MAC «a4:5e:60:44:71:20»",
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
    "username and password",
    "Facebook: messages were sent",
    "Snapchat was used",
    "on Facebook as usual",
    "logged in as a guest",
    "the handle was broken",
    "accessed by phone",
    "opened by staff",
    "user groups",
    "item #4 and #3",
    "Instagram posts",
    "version 1.2.3.4",
    "plays as expected",
    'in the name of "Singh, J", was',
    "Carer ID FC-0392",
    "saved in C:\\Users\\Public\\x",
    "his account was clear",
    "the date_of_birth field",
    "audit_trail.csv and ola_b.docx",
    "owner svc_backup",
    "OR_rough_final.docx",
    "an account given by Ann",
    "follows the plan",
    "a page “about the family”",
    "the support group “Moving On”",
    "user satisfaction",
    "created by the team",
    "a Facebook group for parents",
)

_PUBLIC_HOST = r"(?:[\w-]{1,40}\.){0,4}(?:gov\.uk|nspcc\.org\.uk|nice\.org\.uk|legislation\.gov\.uk|ofsted\.gov\.uk|scie\.org\.uk)"
_URL = re.compile(
    rf"\b(?:https?://|www\.)(?!{_PUBLIC_HOST}\b)[\w-]+(?:\.[\w-]+)+(?:/[\w./?=&%#@~+-]*)?(?<![./])",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?<![\w-])(?:[\w-]{1,60}\.)?(?:facebook|instagram|twitter|tiktok|snapchat|linkedin|youtube|reddit|x|vk|bebo|myspace|onlyfans|t|wa)"
    r"\.(?:com|example|me|co|net|org)/[\w./?=&%#@~+-]+(?<![./])",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@.])@[A-Za-z_][\w.]{2,29}(?<!\.)")
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|txt|jpe?g|png|mp\d|msg|eml|csv|zip|log|exe|dll|html?)$")
_JOINED = re.compile(
    r"(?<![\w/\\.@-])(?=[a-z]+[\w.]*_|[a-z]*\d*[a-z]+_)[a-z][a-z0-9.]*(?:_[a-z0-9.]*)+(?<!\.)\b(?![\\/(])"
)
_TAG = re.compile(
    r"(?<![\w/\\])(?:[a-z]{1,3}[A-Z]?_\w{2,20}_[A-Za-z]{1,3}|(?!\w*_v\d)[A-Za-z]{2,}_[A-Za-z0-9_]*\d{1,4})\b(?!\.(?:doc|pdf|xls|txt))"
)
_PLATFORM = (
    r"(?:snap(?:chat)?|insta(?:gram)?|ig|tik ?tok|facebook|fb|twitter|whatsapp|kik|discord|roblox|minecraft|fortnite|skype|msn|bebo|badoo|tinder|grindr|yubo|ask\.?fm|tumblr|reddit|steam|twitch|telegram"
    r"|viber|psn|xbox(?: live)?|playstation|myspace|habbo|hinge|bumble|teams|zoom|oovoo|onlyfans|vinted|depop|ebay|youtube(?: channel)?|bereal|signal|wattpad|spotify|strava|plenty of fish|pof)"
)
_KIND = rf"(?:{_PLATFORM}|dating|gaming|gamer|online|profile|account|seller|apple|google|icloud|wi-?fi|network|systmone|system)"
_STRONG = r"(?:gamer ?tag|user ?names?|user id|log-?in(?: name)?|screen ?name|handle)"
_LABEL = rf"(?:{_STRONG}|user|tag|name|profile|account|id|page|alias)"
_WORDS = re.compile(rf"(?i){_KIND}s?|{_LABEL}s?|.*(?:ing|ed)")
_POINTS = r"(?:,? (?:was|is|of|as|called|name|account|id))?(?: ?[:=] ?|, | )[\"'\u201c\u2018]?"
_TOKEN = r"[\"'\u201c\u2018]?(?P<it>[A-Za-z@](?:[\w.#:-]{1,38}\w|\w{2}))(?![\w@])"
_NAMED = re.compile(rf"\b(?i:(?:{_KIND}['\u2019]?s? {_LABEL}|{_STRONG}|user(?=: )){_POINTS}){_TOKEN}")
_ON_PLATFORM = re.compile(
    rf"\b(?i:(?:{_PLATFORM}|dating profile|profile)(?: seller| user)?(?: is| was| as)?(?: ?[:=] ?| )){_TOKEN}"
)
_CALLED = re.compile(
    rf"\b(?i:(?:second|other|another|spare|main|old|new|private|fake|his|her|their|its|the|an?) (?:accounts?|main|spare|alt|profile),?(?: called| named)?(?: \()?|(?:goes|went|going) by|using the name|DMs? (?:from|to)|DM['\u2019]?d|DMed|(?:message[sd]?|texts|texted|added|contacted|followed|befriended|blocked) (?:by|from)|followed|follows|following|spare \(|logged (?:in|on|into \w+) as|known online as|online as|plays? as|played as|goes online as|on (?:facebook|snapchat|instagram|tiktok) as|under the (?:user ?name|handle|name)|posted (?:by|as)|calls? (?:him|her|them)sel(?:f|ves)|calling (?:him|her)self) ?{_TOKEN}"
)
_BY_USER = re.compile(
    r"\b(?:accessed|opened|created|entered|amended|viewed|saved|printed|closed|recorded|updated) by (?:user )?(?P<it>[a-z]{2,20}\d{1,4}|[A-Z]{4,20}\d{1,3})\b"
    r"|\b(?:[Ll]ogged (?:on|in)|(?:[Cc]reated|[Ee]ntered|[Aa]mended|[Uu]pdated|[Rr]ecorded|[Aa]uthori[sz]ed) by|[Uu]ser|[Ll]og-?in): (?P<colon>[a-z]{5,20}\d{0,3}|[A-Z]{5,20}\d{0,3})(?![\w'\u2019]| [A-Za-z])|\buser (?P<user>[A-Z]{3,20}\d{1,3}|[a-z]{2,20}\d{1,3})\b"
)
_PLACE_ONLINE = r"(?:facebook|fb|snap(?:chat)?|insta(?:gram)?|twitter|tik ?tok|whatsapp|telegram|discord|youtube|signal|messenger|tinder|xbox|playstation|steam)"
_QUOTED = re.compile(
    rf"\b(?i:{_PLACE_ONLINE}(?: (?:profile|name|account|page|group(?: chat)?|chat|channel|server|story))?|(?:private|group|chat|snap|public) (?:story|chat|group)|chat(?:room)?|channel|server|profile|goes by|online as)"
    r"(?:,|:)?(?: \(?(?:called|named|titled|is|was|in the name(?: of)?|as))? ?\(?[\"\u201c\u2018'](?P<it>\w[^\"\u201c\u201d\n]{1,38}?)[\"\u201d\u2019'](?!\w)"
)
_CAPITALS_NAME = re.compile(
    rf"\b(?i:{_PLACE_ONLINE} (?:name|profile|account|page|group)|fb|profile|dating profile)(?:(?i:,? (?:called|named|in the name(?: of)?|as|is|was|name))|,|:) (?P<it>[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}})(?=[.,;)]|$| (?:on|and|was|which|where|that|had|in|to|from)\b)"
)
_DISCORD = re.compile(r"(?<![\w#.])[A-Za-z][\w.]{1,30}#\d{4}\b")
_BLOG = re.compile(
    r"(?<![\w-])[\w-]{1,60}\.(?:tumblr|wordpress|blogspot|deviantart|livejournal|bandcamp|weebly|wixsite|substack)\.com\b(?:/[\w./?=&%#-]*\w)?",
    re.IGNORECASE,
)
_HASHTAG = re.compile(r"(?<![\w&#/])#(?=[A-Za-z])\w{4,40}")
_MAC = re.compile(r"(?<![\w:])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\b")
_KIND_WORDS = any_of(  # the first words of the names of platforms and of the words for accounts
    "snap snapchat insta instagram ig tik tiktok facebook fb twitter whatsapp kik discord roblox minecraft fortnite skype msn bebo badoo tinder grindr yubo ask askfm tumblr reddit steam"
    " twitch telegram viber psn xbox playstation myspace habbo hinge bumble teams zoom oovoo onlyfans vinted depop ebay youtube bereal signal wattpad spotify strava plenty pof messenger"
    " dating gaming gamer online profile account seller apple google icloud wi wifi network systmone system gamertag user username usernames log login screen handle"
    " private group chat chatroom public channel server goes"
)
_CALLED_WORDS = any_of(
    "second other another spare main old new private fake his her their its the a an goes went going using dm dms dmd dmed message messages messaged texts texted added contacted followed"
    " befriended blocked follows following logged known online play plays played on under posted call calls calling"
)
_WEB = frozenset(["http", "https", "www"])
_IP = re.compile(r"\bIP(?: address(?:es)?)?(?: of| was| is)?:? (?P<it>\d{1,3}(?:\.\d{1,3}){3})\b")
_DEVICE = re.compile(
    r"\b(?i:device|phone|tablet|laptop|computer) (?:name|called|named):? [\"\u201c]?(?P<it>[A-Z]\w+['\u2019]?s?[- ]\w+)|\b[A-Z][a-z]+['\u2019]?s-(?:iPhone|iPad|MacBook|Laptop|PC|Galaxy|Phone)\b"
)
_HOME_FOLDER = re.compile(
    r"(?i)[\\/](?:users|profiles|home|homedrives?)[\\/](?!public\b|default\b|shared\b|admin)(?P<it>[A-Za-z][\w.-]{2,30})(?=[\\/])|/~(?P<own>[a-z]\w{2,20})"
)
_PAGE = re.compile(
    rf"(?<![\w@/.-])(?!{_PUBLIC_HOST})[a-z\d-]{{2,30}}\.(?:com|co\.uk|org|net|me|gg|tv|io|ee|be|app|ly|chat|live|example)/[\w./?=&%#@~+-]*[\w/]",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"^(?:\[?[\d/:., ]{4,22}(?:[ap]m)?\]? ?[-\u2013]? ?)?"
    r"(?P<it>(?=\S{5})(?=\S*[a-z])(?:[A-Za-z]\w*(?:[._]\w+)+|[A-Za-z]+\d\w*|[A-Z][a-z]+(?:[A-Z][a-z]+)+)):(?= \S)",
    re.MULTILINE,
)


_FILED = frozenset(
    [
        "svc",
        "backup",
        "sys",
        "tmp",
        "v",
        "ver",
        "ref",
        "doc",
        "docs",
        "img",
        "dsc",
        "pdf",
        "minutes",
        "strat",
        "dob",
        "nhs",
        "id",
        "num",
        "sw",
        "hv",
        "scr",
        "imr",
    ]
)
_NOBODY = frozenset(
    [
        "system",
        "admin",
        "guest",
        "staff",
        "public",
        "shared",
        "default",
        "unknown",
        "manager",
        "police",
        "clerk",
    ]
)


def find(text: str) -> Iterator[Finding]:
    """Yield online names and pages."""
    yield from matches(_URL, text, "ONLINE", 0.85, "Has the form of a web address", leads=_WEB)
    yield from matches(_SITE, text, "ONLINE", 0.97, "A page on a social network")
    yield from matches(_HANDLE, text, "ONLINE", 0.93, "Has the form of a social-media handle")
    yield from matches(_PAGE, text, "ONLINE", 0.85, "Has the form of a web address")
    yield from matches(_BLOG, text, "ONLINE", 0.95, "Somebody's own pages on the web")
    yield from matches(_HASHTAG, text, "ONLINE", 0.7, "Has the form of a hashtag")
    yield from matches(_DISCORD, text, "ONLINE", 0.9, "Has the form of an online name")
    yield from matches(_IP, text, "ONLINE", 0.9, "The address of a computer", leads=frozenset(["ip"]))
    yield from matches(_DEVICE, text, "ONLINE", 0.8, "The name of somebody's device")
    yield from _captured(_HOME_FOLDER, text, 0.85, "A log-in inside a file's path")
    yield from matches(_MAC, text, "ONLINE", 0.9, "The address of a computer")
    yield from _captured(_BY_USER, text, 0.85, "The log-in of somebody who used a system")
    yield from matches(
        _QUOTED, text, "ONLINE", 0.75, "A word for an online name before it", leads=_KIND_WORDS
    )
    yield from matches(
        _CAPITALS_NAME, text, "ONLINE", 0.7, "A word for an online name before it", leads=_KIND_WORDS
    )
    if "_" in text:
        yield from _joined(text)
    yield from _called(text)
    speakers = list(matches(_SPEAKER, text, "ONLINE", 0.9, "Writes messages under this name"))
    if len(speakers) > 1:
        yield from speakers


def _joined(text: str) -> Iterator[Finding]:
    """Yield words joined by low lines, if not all are ordinary words, as in the name of a field or a file."""
    yield from matches(_TAG, text, "ONLINE", 0.7, "Has the form of an online name")
    for finding in matches(_JOINED, text, "ONLINE", 0.7, "Has the form of an online name"):
        if _FILE.search(text, finding.start, finding.end):
            continue
        parts = re.split(r"[_.\d]+", text[finding.start : finding.end])
        if not all(is_ordinary(part) or part in _FILED for part in parts if part):
            yield finding


def _captured(pattern: "re.Pattern[str]", text: str, score: float, because: str) -> Iterator[Finding]:
    """Yield what each match of a pattern holds in the one group that took part."""
    for match in pattern.finditer(text):
        if match.lastgroup and match[match.lastgroup].lower() not in _NOBODY:
            yield Finding(*match.span(match.lastgroup), "ONLINE", score, "", because)


def _called(text: str) -> Iterator[Finding]:
    """Yield what stands after a word for an online name, if it is no ordinary word."""
    for pattern, leads, score in (
        (_NAMED, _KIND_WORDS, 0.9),
        (_CALLED, _CALLED_WORDS, 0.85),
        (_ON_PLATFORM, _KIND_WORDS, 0.7),
    ):
        for match in led(pattern, text, leads):
            token = match["it"]
            if _WORDS.fullmatch(token):
                continue
            if _made_up(token) or (pattern is _NAMED and _pointed(text, match) and not is_ordinary(token)):
                yield Finding(*match.span("it"), "ONLINE", score, "", "A word for an online name before it")


def _made_up(token: str) -> bool:
    """Return whether a word is shaped as people shape online names: a figure or sign inside, capitals inside, no word."""
    if re.search(r"[A-Za-z].*[\d_#]|[a-z].*[A-Z]|[a-z][.:][a-z]", token):
        return True
    return token.islower() and len(token) > 3 and not any(map(is_ordinary, re.split(r"[-']", token)))


def _pointed(text: str, match: "re.Match[str]") -> bool:
    """Return whether a colon, an equals sign or a quotation mark leads to a name."""
    return before(text, match.start("it"), 2).rstrip()[-1:] in (":", "=", '"', "\u201c", "'", "\u2018")
