#!/usr/bin/env python3
"""Makes an ownership register, as real ones are published, of people and companies that do not exist: for trying
`whofunds import` on data that never was text. The same arguments give the same bytes.

    python3 examples/register.py > register.ftm.json                # FollowTheMoney, about 7,000 rows
    python3 examples/register.py --form bods > register.bods.json   # the same in BODS 0.4
    whofunds import -o register.graph register.ftm.json
    whofunds path register.graph "Amber Crown Holding" "Tern Shipyard"

It holds what makes registers hard: people who share a name, companies that differ in legal form only, chains of
holdings over ten countries, circles of ownership, shares told as ranges, owners who are owners no longer.
"""

import argparse
import json
import random

FIRST = ("Ada Ben Cleo Dmitri Elif Farid Greta Hugo Ines Jonas Kira Leo Maya Nils Olga Pavel Rosa Sven Tara Yusuf").split()
LAST = ("Abel Brandt Castro Dahl Egorov Fischer Garcia Haas Ivanova Jensen Kowalska Lindqvist Moreau Novak Okafor Petrov "
        "Quint Rossi Silva Tanaka").split()
WORDS = ("Alder Basalt Cobalt Drift Ember Fjord Granite Heron Indigo Juniper Krill Lumen Marble Nimbus Onyx Pebble Quartz "
         "Rivet Saffron Thistle Umber Vertex Willow Yarrow Zephyr").split()
TRADES = "Capital Energy Foods Freight Glass Holding Labs Logistics Marine Media Metals Mills Optics Trading Works".split()
FORMS = {"gb": "Ltd", "de": "GmbH", "fr": "SA", "cy": "Limited", "nl": "BV", "se": "AB", "lu": "Sarl", "us": "Inc",
         "ru": "ООО", "pl": "Sp. z o.o."}
CHAIN = ("Amber Crown Holding", "Lantern Bay Capital", "Osprey Quay Logistics", "Tern Shipyard")


class Register:
    """People, companies and who owns, heads and lends to whom."""

    def __init__(self, seed, companies):
        self.dice = random.Random(seed)
        self.parties = []
        self.links = []
        people = [self.add_person(number) for number in range(companies // 2)]
        firms = [self.add_company(number) for number in range(companies)]
        self.parties.append({"id": "state", "kind": "state", "name": "Ministry of Harbours of Norland"})
        self.add_owners(people, firms)
        self.add_chain(people)
        for firm in firms:
            if self.dice.random() < 0.7:
                self.links.append({"kind": "heads", "from": self.dice.choice(people), "to": firm})
        for _ in range(companies // 8):
            lender, borrower = self.dice.sample(firms, 2)
            self.links.append({"kind": "lends", "from": lender, "to": borrower, "sum": self.dice.randrange(1, 400) * 250_000})

    def add_person(self, number):
        name = f"{self.dice.choice(FIRST)} {self.dice.choice(LAST)}"
        born = f"{self.dice.randrange(1940, 2000)}-{self.dice.randrange(1, 13):02}-{self.dice.randrange(1, 29):02}"
        self.parties.append({"id": f"person-{number:05}", "kind": "person", "name": name, "born": born})
        return self.parties[-1]["id"]

    def add_company(self, number):
        country = self.dice.choice(list(FORMS))
        name = f"{self.dice.choice(WORDS)} {self.dice.choice(WORDS)} {self.dice.choice(TRADES)}"
        name = f"ООО «{name}»" if country == "ru" else f"{name} {FORMS[country]}"
        self.parties.append({"id": f"{country}-{number:06}", "kind": "company", "name": name, "country": country,
                             "number": f"{number + 1:08}"})
        return self.parties[-1]["id"]

    def add_owners(self, people, firms):
        """Shares of each company that make 100 at most; a company is owned by earlier ones, but for some circles."""
        for place, firm in enumerate(firms):
            left = 100
            for _ in range(self.dice.randrange(1, 4)):
                by_firm = place > 0 and self.dice.random() < 0.6
                circle = self.dice.random() < 0.02
                owner = self.dice.choice(firms if circle else firms[:place]) if by_firm else self.dice.choice(people)
                share = self.dice.randrange(5, 100)
                if owner == firm or share > left:
                    continue
                left -= share
                self.own(owner, firm, share)
            if place % 200 == 0:
                self.own("state", firm, 100 - left or 10)

    def own(self, owner, asset, share):
        year = self.dice.randrange(1995, 2024)
        link = {"kind": "owns", "from": owner, "to": asset, "share": share, "since": f"{year}-{self.dice.randrange(1, 13):02}-01"}
        if self.dice.random() < 0.1:
            link["until"] = f"{year + 1}-06-30"
        if self.dice.random() < 0.15:
            link["range"] = (25, 50) if share < 50 else (50, 75) if share < 75 else (75, 100)
        self.links.append(link)

    def add_chain(self, people):
        """A chain with names that one can ask for."""
        for number, name in enumerate(CHAIN):
            self.parties.append({"id": f"chain-{number}", "kind": "company", "name": name, "country": "cy",
                                 "number": f"9{number:07}"})
        for number, share in enumerate((80, 60, 51)):
            self.links.append({"kind": "owns", "from": f"chain-{number}", "to": f"chain-{number + 1}", "share": share,
                               "since": f"20{10 + number}-03-01"})
        self.links.append({"kind": "owns", "from": people[0], "to": "chain-0", "share": 100, "since": "2009-01-01"})


def ftm_entity(id_, schema, **properties):
    return {"id": id_, "schema": schema, "properties": {name: [str(value)] for name, value in properties.items()}}


def ftm(register):
    """The register as entities of FollowTheMoney."""
    for party in register.parties:
        if party["kind"] == "person":
            yield ftm_entity(party["id"], "Person", name=party["name"], birthDate=party["born"])
        elif party["kind"] == "state":
            yield ftm_entity(party["id"], "PublicBody", name=party["name"])
        else:
            yield ftm_entity(party["id"], "Company", name=party["name"], jurisdiction=party["country"],
                             registrationNumber=party["number"])
    for number, link in enumerate(register.links):
        if link["kind"] == "owns":
            dates = {"startDate": link["since"], **({"endDate": link["until"]} if "until" in link else {})}
            share = "{}-{}".format(*link["range"]) if "range" in link else link["share"]
            yield ftm_entity(f"own-{number}", "Ownership", owner=link["from"], asset=link["to"], percentage=share, **dates)
        elif link["kind"] == "heads":
            yield ftm_entity(f"dir-{number}", "Directorship", director=link["from"], organization=link["to"], role="director")
        else:
            yield ftm_entity(f"debt-{number}", "Debt", creditor=link["from"], debtor=link["to"], amount=link["sum"],
                             currency="EUR")


def bods(register):
    """The register as statements of the Beneficial Ownership Data Standard 0.4, which knows of no loans."""
    def statement(number, record, kind, details):
        return {"statementId": f"statement-{number:06}", "recordId": record, "recordType": kind, "recordStatus": "new",
                "statementDate": "2024-01-01", "recordDetails": {"isComponent": False, **details}}

    number = 0
    for number, party in enumerate(register.parties):
        if party["kind"] == "person":
            yield statement(number, party["id"], "person", {
                "personType": "knownPerson", "names": [{"type": "legal", "fullName": party["name"]}], "birthDate": party["born"]})
        elif party["kind"] == "state":
            yield statement(number, party["id"], "entity", {"entityType": {"type": "stateBody"}, "name": party["name"]})
        else:
            yield statement(number, party["id"], "entity", {
                "entityType": {"type": "registeredEntity"}, "name": party["name"],
                "jurisdiction": {"code": party["country"].upper(), "name": party["country"].upper()},
                "identifiers": [{"id": party["number"], "scheme": f"{party['country'].upper()}-REG"}]})
    for number, link in enumerate(register.links, number + 1):
        if link["kind"] == "lends":
            continue
        interest = {"type": "boardChair", "directOrIndirect": "direct"}
        if link["kind"] == "owns":
            share = dict(zip(("minimum", "maximum"), link["range"])) if "range" in link else {"exact": link["share"]}
            interest = {"type": "shareholding", "directOrIndirect": "direct", "beneficialOwnershipOrControl": True,
                        "share": share, "startDate": link["since"], **({"endDate": link["until"]} if "until" in link else {})}
        yield statement(number, f"relationship-{number}", "relationship",
                        {"subject": link["to"], "interestedParty": link["from"], "interests": [interest]})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--form", choices=("ftm", "bods"), default="ftm")
    parser.add_argument("--companies", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    register = Register(arguments.seed, arguments.companies)
    for row in {"ftm": ftm, "bods": bods}[arguments.form](register):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
