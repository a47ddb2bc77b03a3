"""Days with a name: feasts, bank holidays, eves; those that are also seasons only with a year."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "«Boxing Day 2008»",
    "at «Easter Sunday»",
    "at «Diwali» they",
    "On «Noswyl Nadolig 2018» they",
    "on «Xmas Eve 2010»",
    "«Easter 2011»",
    "«Orthodox Easter 2011»",
    "over «Christmas 2010» he",
    "on «All Souls' Day»",
    "«August Bank Holiday Monday»",
    "«Michaelmas 2010»",
    "the «Easter weekend 2012»",
    "on «St David’s Day»",
)
IGNORES = (
    "the Easter holidays",
    "Christmas presents",
    "a bank holiday",
    "Holly and Easter",
    "holy communion",
    "the New Year",
    "Lent him money",
)

_YEAR = r"(?:,? (?:in |of )?(?:19|20)\d\d\b| ['\u2019]\d\d\b)"
_FEAST = re.compile(
    r"\b(?:Boxing Day|(?:Christmas|Xmas) (?:Day|Eve|[Nn]ight)|New Year['\u2019]?s (?:Day|Eve)|Good Friday|Easter (?:Sunday|Monday|Saturday|Day)|Palm Sunday"
    r"|Maundy Thursday|Ash Wednesday|Shrove Tuesday|Pancake Day|Mothering Sunday|Mother['\u2019]?s['\u2019]? Day|Father['\u2019]?s['\u2019]? Day"
    r"|(?:St )?Valentine['\u2019]?s Day|St (?:Patrick|David|George|Andrew|Stephen|Swithin|Nicholas)['\u2019]?s (?:Day|day|Eve)|Whit (?:Sunday|Monday)|Bonfire Night|Guy Fawkes Night"
    r"|Hallowe['\u2019]?en|Remembrance (?:Sunday|Day)|Armistice Day|Diwali|Divali|Vaisakhi|Baisakhi|Holi|Eid(?: al[- ](?:Fitr|Adha)|[- ]ul[- ]\w+)?"
    r"|Hanukkah|Chanukah|Passover|Pesach|Purim|Yom Kippur|Rosh Hashanah|(?:Chinese|Lunar) New Year|Nowruz|Newroz|Midsummer(?:['\u2019]?s)? (?:Day|Eve)"
    r"|Twelfth Night|Twelfth of July|May Day|Burns Night|(?:(?:Late |Early )?(?:Spring|Summer|August|May|Easter) )Bank Holiday(?: Monday)?|Bank Holiday Monday|Hogmanay"
    r"|All (?:Saints|Souls)['\u2019]? (?:Day|Night)|Candlemas|Epiphany|Corpus Christi|Ascension Day|Janmashtami|Navratri|Gurpurab|Wesak|Vesak|Raksha Bandhan|Ashura|Mawlid|Milad|Three Kings['\u2019]? Day)\b"
    rf"{_YEAR}?"
)
_SEASON = re.compile(
    r"\b(?:(?:Orthodox |Greek |Polish )?(?:Easter|Christmas|Xmas|Whitsun|Pentecost|New Year)(?: (?:weekend|week|break|holidays?|period))?|Ramadan|Lent|Hallowe['\u2019]?en|Michaelmas|Lammas|NYE|Advent)"
    rf"{_YEAR}"
)
_WELSH = re.compile(
    r"\b(?:Noswyl Nadolig|(?:Dydd )?Nadolig|Dydd Calan|Nos Galan|Calan Gaeaf|Calan Mai|Gŵyl Dewi|Dydd Gŵyl (?:Dewi|Steffan)|Y Pasg|Sulgwyn)\b(?: \d{4}\b)?"
)


def find(text: str) -> Iterator[Finding]:
    """Yield named days."""
    for pattern in (_FEAST, _SEASON, _WELSH):
        yield from matches(pattern, text, "DATE", 0.93, "The name of a day of the year")
