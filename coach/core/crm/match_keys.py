"""Match keys: what two records must share to be compared at all."""

import re

from coach.core.crm.likeness import company_words, sound, words
from coach.core.crm.schema import ACCOUNT, CONTACT, LEAD
from coach.core.crm.values import Values

PEOPLE = (LEAD, CONTACT)
DIGITS_OF_A_PHONE = 7
"""The last digits of a telephone number; what stands before is written in many ways."""

WORDS_OF_A_COMPANY, LETTERS_OF_A_WORD = 2, 5


def match_keys(object_name: str, values: Values) -> frozenset[str]:
    """Give the match keys of a record.

    A person's are first letter and sound of the name, e-mail and telephones; a company's the beginning of
    its first words, website and telephone. What is empty makes no key: blank is not blank. The company is
    no part of a person's name key here, since a contact's may be renamed.
    """
    if object_name in PEOPLE:
        first, last = str(values.get("FirstName") or ""), str(values.get("LastName") or "")
        phones = (values.get("Phone"), values.get("MobilePhone"))
        found = {f"name {name}"} if (name := name_key(first, last)) else set()
        found |= {f"mail {mail}"} if (mail := email_key(str(values.get("Email") or ""))) else set()
        return frozenset(found | {f"phone {key}" for one in phones if (key := phone_key(str(one or "")))})
    if object_name == ACCOUNT:
        name, site = company_key(str(values.get("Name") or "")), site_key(str(values.get("Website") or ""))
        phone = phone_key(str(values.get("Phone") or ""))
        pairs = (("company", name), ("site", site), ("account phone", phone))
        return frozenset(f"{kind} {key}" for kind, key in pairs if key)
    return frozenset()


def name_key(first: str, last: str) -> str:
    """Give the first letter of a first name and the sound of a last one; "" unless both are there."""
    initial, sounding = "".join(words(first))[:1], sound(last)
    return f"{initial}.{sounding}" if initial and sounding else ""


def email_key(address: str) -> str:
    """Reduce an address: no case, no punctuation in the name, no sub-domain."""
    name, _, domain = address.casefold().partition("@")
    parts = domain.split(".")
    short_ends = 3 if len(parts) > 2 and len(parts[-2]) <= 3 else 2  # noqa: PLR2004 - such as co.uk
    return f"{re.sub(r'[^a-z0-9]', '', name)}@{'.'.join(parts[-short_ends:])}" if domain else ""


def phone_key(number: str) -> str:
    """Give the last digits of a telephone number; "" if there are too few."""
    digits = re.sub(r"[^0-9]", "", number)
    return digits[-DIGITS_OF_A_PHONE:] if len(digits) >= DIGITS_OF_A_PHONE else ""


def site_key(address: str) -> str:
    """Reduce a website to its domain."""
    return re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", address.casefold()).split("/")[0]


def company_key(name: str) -> str:
    """Give the beginnings of a company's first two words, legal form left out."""
    return " ".join(word[:LETTERS_OF_A_WORD] for word in company_words(name)[:WORDS_OF_A_COMPANY])
