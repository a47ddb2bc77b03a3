"""Days with a name: feasts, bank holidays, eves; those that are also seasons only with a year."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import any_of, matches

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
    "the morning of «World Book Day», Thursday",
    "on «GCSE results day» she",
    "on «christmas eve», «boxing day» and «new years eve»",
    "at «Wigilia» with her",
    "on «Guru Nanak's birthday»",
    "the «Jubilee weekend»",
    "on «Black Friday 2016»",
    "over «Tết» with",
    "on «Red Nose Day»",
    "for «Orthodox Christmas»",
    "on «St. Nicholas Day»",
    "«halloween» 2015 and «bonfire night»",
    "the «late May bank holiday»",
)
IGNORES = (
    "the Easter holidays",
    "Christmas presents",
    "a bank holiday",
    "Holly and Easter",
    "holy communion",
    "the New Year",
    "Lent him money",
    "the Jubilee estate",
    "a World Book token",
    "Red Nose Road",
    "an open day",
)

_YEAR = r"(?:,? (?:in |of )?(?:19|20)\d\d\b| ['\u2019]\d\d\b)"
_FEAST = re.compile(
    r"\b(?:Boxing Day|(?:Christmas|Xmas) (?:Day|Eve|[Nn]ight)|New Year['\u2019]?s (?:Day|Eve)|Good Friday|Easter (?:Sunday|Monday|Saturday|Day)|Palm Sunday"
    r"|Maundy Thursday|Ash Wednesday|Shrove Tuesday|Pancake Day|Mothering Sunday|Mother['\u2019]?s['\u2019]? Day|Father['\u2019]?s['\u2019]? Day"
    r"|(?:St )?Valentine['\u2019]?s Day|St (?:Patrick|David|George|Andrew|Stephen|Swithin|Nicholas)['\u2019]?s (?:Day|day|Eve)|Whit (?:Sunday|Monday)|Bonfire Night|Guy Fawkes Night"
    r"|Hallowe['\u2019]?en|Remembrance (?:Sunday|Day)|Armistice Day|Diwali|Divali|Vaisakhi|Baisakhi|Holi|Eid(?: al[- ](?:Fitr|Adha)|[- ]ul[- ]\w+)?"
    r"|Hanukkah|Chanukah|Passover|Pesach|Purim|Yom Kippur|Rosh Hashanah|(?:Chinese|Lunar) New Year|Nowruz|Newroz|Midsummer(?:['\u2019]?s)? (?:Day|Eve)"
    r"|Twelfth Night|Twelfth of July|May Day|Burns Night|(?:(?:Late |Early )?(?:Spring|Summer|August|May|Easter) )Bank Holiday(?: Monday)?|Bank Holiday Monday|Hogmanay"
    r"|All (?:Saints|Souls)['\u2019]? (?:Day|Night)|Candlemas|Epiphany|Corpus Christi|Ascension Day|Janmashtami|Navratri|Gurpurab|Wesak|Vesak|Raksha Bandhan|Ashura|Mawlid|Milad|Three Kings['\u2019]? Day"
    r"|World Book Day|Red Nose Day|Comic Relief [Dd]ay|Children in Need [Dd]ay|(?:GCSE|A[- ][Ll]evel|SATs|[Ee]xam) [Rr]esults [Dd]ay|[Pp]olling [Dd]ay|[Ee]lection [Dd]ay|(?:VE|VJ|Anzac|Lady|Poppy|Thanksgiving|Independence|Republic|Constitution|Victory|Australia|Canada|Bastille|Juneteenth|International Women['\u2019]s|World Mental Health|Holocaust Memorial|Children['\u2019]s|Grandparents['\u2019]?|Stephen Lawrence|Earth) Day"
    r"|(?:(?:Golden|Diamond|Platinum|Silver) )?Jubilee (?:weekend|[Bb]ank [Hh]oliday|[Dd]ay)|Coronation (?:weekend|[Dd]ay)|[Rr]oyal [Ww]edding [Dd]ay|Grand National [Dd]ay|(?:FA )?Cup [Ff]inal [Dd]ay|Black Friday|Cyber Monday|Trinity Sunday|Advent Sunday|Low Sunday|Holy (?:Thursday|Saturday)|Spy Wednesday|Stir-up Sunday|Plough Monday|Fat Tuesday|Mardi Gras|Martinmas|Childermas|All Hallows(?:['\u2019]? Eve)?|Thanksgiving"
    r"|Wigilia|Wielkanoc|Andrzejki|Sinterklaas|Dussehra|Ganesh Chaturthi|Pongal|Onam|Lohri|Karva Chauth|Guru (?:Nanak|Gobind Singh)(?:['\u2019]s)? (?:[Bb]irthday|Jayanti|Gurpurab)|Bandi Chhor(?: Divas)?|Laylat al-Qadr|Bakra Eid|Eid Day|Sukkot|Simchat Torah|Shavuot|Tisha B['\u2019]Av|Purim|Lag B['\u2019]Omer|Tu B['\u2019]Shvat|Songkran|Mid-Autumn Festival|Moon Festival|T\u1ebft|Enkutatash|Timkat|Meskel|Kwanzaa|Newruz|Norouz|Bodhi Day|Orthodox (?:Christmas|Easter|New Year)(?: (?:Day|Eve))?|Old New Year"
    r"|(?i:(?:christmas|xmas) (?:day|eve)|new year['\u2019]?s (?:day|eve)|boxing day|bonfire night|hallowe['\u2019]?en|good friday|easter (?:sunday|monday)|pancake day|mothers['\u2019]? day|(?:(?:late |early )?(?:spring|summer|august|may|easter) )bank holiday(?: (?:monday|weekend))?)"
    r"|St\.? [A-Z][a-z]+(?:['\u2019]?s)? (?:Day|Eve))\b"
    rf"{_YEAR}?"
)
_LEADS = any_of(  # the first words of all these, in small letters
    "boxing christmas xmas new easter palm maundy ash shrove pancake mothering mother mothers father fathers st valentine valentines whit bonfire guy hallowe halloween"
    " remembrance armistice diwali divali vaisakhi baisakhi holi eid hanukkah chanukah passover pesach purim yom rosh chinese lunar nowruz newroz midsummer twelfth may burns"
    " late early spring summer august bank hogmanay all candlemas epiphany corpus ascension janmashtami navratri gurpurab wesak vesak raksha ashura mawlid milad three world red"
    " comic children gcse a sats exam polling election ve vj anzac lady poppy thanksgiving independence republic constitution victory australia canada bastille juneteenth"
    " international holocaust grandparents stephen earth golden diamond platinum silver jubilee coronation royal grand fa cup black cyber trinity advent low holy spy stir plough"
    " fat mardi martinmas childermas wigilia wielkanoc andrzejki sinterklaas dussehra ganesh pongal onam lohri karva guru bandi laylat bakra sukkot simchat shavuot tisha lag tu"
    " songkran mid moon tết enkutatash timkat meskel kwanzaa newruz norouz bodhi orthodox old good greek polish whitsun pentecost ramadan lent michaelmas lammas nye"
    " noswyl dydd nadolig nos calan gŵyl y sulgwyn"
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
        yield from matches(pattern, text, "DATE", 0.93, "The name of a day of the year", leads=_LEADS)
