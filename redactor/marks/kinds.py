"""How the kinds of identifiers are called, one of them and several."""

from __future__ import annotations

ONE = {
    "PERSON": "person", "ADDRESS": "address", "POSTCODE": "postcode", "PHONE": "phone number",
    "EMAIL": "e-mail address", "ONLINE": "online name", "ID": "reference number", "DATE": "date", "AGE": "age",
    "PLACE": "place", "ORG": "organisation", "NORP": "nationality, faith",
}  # fmt: skip
MANY = {
    "PERSON": "names of people", "ADDRESS": "addresses", "POSTCODE": "postcodes", "PHONE": "phone numbers",
    "EMAIL": "e-mail addresses", "ONLINE": "online names", "ID": "reference numbers", "DATE": "dates", "AGE": "ages",
    "PLACE": "places", "ORG": "organisations", "NORP": "nationalities and faiths",
}  # fmt: skip


def counted(type: str, count: int) -> str:
    """So many of a kind: “12 names of people”, “1 date”."""
    if count == 1:
        return "1 name of a person" if type == "PERSON" else f"1 {ONE[type]}"
    return f"{count:,} {MANY[type]}"
