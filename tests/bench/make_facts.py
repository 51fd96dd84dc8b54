#!/usr/bin/env python3
"""Prints facts of an invented economy as JSON lines, for measuring: the same numbers give the same lines.

    make_facts.py ENTITIES [SEED]

A few entities have very many facts and most have one or two, as in news; every fourth deal has several investors.
"""

import json
import random
import sys

FIRST = ["North", "Amber", "Silver", "Polar", "Green", "Blue", "Granite", "Harbour", "Summit", "Maple", "Северный", "Невский",
         "Восточный", "Янтарный", "Новый"]
SECOND = ["gate", "stone", "field", "bridge", "water", " Робот", " мост", " берег", " завод", "light", "wind", "forge"]
KINDS = ["company"] * 6 + ["fund"] * 2 + ["person", "organization", "project", "public_body"]
RELATIONS = ["invests_in"] * 5 + ["acquires", "owns", "owns", "lends_to", "grants_to", "founded", "leads", "develops"]
STATUSES = ["completed"] * 8 + ["announced", "rumoured", "denied", "ended"]


def entity(number, kinds):
    chooser = random.Random(number)
    name = f"{chooser.choice(FIRST)}{chooser.choice(SECOND)} {number}"
    return {"id": f"e{number}", "name": name, "kind": kinds[number], "aliases": [name]}


def attributes(chooser):
    fact = {}
    if chooser.random() < 0.6:
        fact["amount"] = {"value": int(10 ** chooser.uniform(5, 10)), "currency": chooser.choice(["USD", "USD", "EUR", "RUB"])}
    if chooser.random() < 0.2:
        fact["stake"] = {"percent": chooser.randint(1, 100)}
    fact["status"] = chooser.choice(STATUSES)
    if chooser.random() < 0.7:
        fact["date"] = f"{chooser.randint(2010, 2025)}-{chooser.randint(1, 12):02}"
    return fact


def main():
    count = int(sys.argv[1])
    chooser = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    kinds = [chooser.choice(KINDS) for _ in range(count)]
    ends = [0]
    for number in range(1, count):
        document = f"n{number // 8}"
        relation, said = chooser.choice(RELATIONS), attributes(chooser)
        target = chooser.choice(ends)
        investors = [number] + [chooser.randrange(number) for _ in range(chooser.choice([0, 0, 0, 2]))]
        for investor in dict.fromkeys(investors):
            if investor == target:
                continue
            subject, thing = entity(investor, kinds), entity(target, kinds)
            text = f"{subject['name']} {relation} {thing['name']}, as was told to reporters on the day."
            fact = {"doc": document, "subject": subject, "relation": relation, "object": thing, **said}
            if len(investors) > 1:
                fact["deal"] = f"d{number}"
            fact["evidence"] = [{"begin": 100 * (number % 8), "end": 100 * (number % 8) + len(text), "text": text}]
            print(json.dumps(fact, ensure_ascii=False))
        ends += [target, number, number]


if __name__ == "__main__":
    main()
