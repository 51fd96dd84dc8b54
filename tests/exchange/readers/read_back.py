#!/usr/bin/env python3
"""Reads what `whofunds export` writes by the programs that people open it in, and compares it with what went in: a graph
of hostile names, and one of every relation and status.

Usage: read_back.py FOLDER-OF-WHOFUNDS FORMAT
"""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from nasty_names import NASTY_NAMES

INPUT = pathlib.Path(__file__).resolve().parent.parent.parent / "tools" / "input"
REPLACEMENT = "\ufffd"


def entity(number, name, kind="company"):
    return {"id": f"e{number}", "name": name, "kind": kind, "aliases": [name]}


def fact(document, subject, relation, object_, **more):
    return {"doc": document, "subject": subject, "relation": relation, "object": object_, "status": "completed",
            "confidence": 0.9, **more, "evidence": [{"begin": 0, "end": 4, "text": more.get("quote", "said")}]}


def nasty_facts():
    """Each hostile name as the object of a fact, as its evidence, and as the id of its document."""
    for number, name in enumerate(NASTY_NAMES.values()):
        yield fact(name, entity(0, "Nasty Fund", "fund"), "invests_in", entity(number + 1, name), quote=name,
                   amount={"value": 10**17 + number, "currency": "USD"}, stake={"percent": 33.3}, lead=True)


def every_relation():
    """Every relation in every status, of every kind of entity."""
    relations = ("invests_in", "grants_to", "lends_to", "acquires", "owns", "founded", "leads", "participates_in",
                 "partners_with", "develops", "part_of")
    kinds = ("person", "company", "fund", "public_body", "organization", "project", "place")
    statuses = ("completed", "announced", "rumoured", "denied", "ended")
    number = 0
    for relation in relations:
        for subject in kinds:
            for object_ in kinds:
                status = statuses[number % len(statuses)]
                number += 1
                yield fact("every", entity(f"s{subject}", f"Subject {subject.title()}", subject), relation,
                           entity(f"o{object_}", f"Object {object_.title()}", object_), status=status,
                           date="2024-05", round="series_a", amount={"value": 5 * number, "currency": "EUR"},
                           stake={"percent": 12.5, "at_least": True})
    raised = fact("every", None, "raised", entity("r", "Raiser Works"), amount={"value": 7, "currency": "EUR"})
    del raised["subject"]
    yield raised


class Program:
    """The program, run in a folder of its own."""

    def __init__(self, folder, scratch):
        self.file = os.path.join(os.path.abspath(folder), "whofunds")
        self.scratch = scratch

    def run(self, *arguments, given=None):
        done = subprocess.run([self.file, *arguments], cwd=self.scratch, input=given, capture_output=True, check=False)
        assert done.returncode == 0, f"{arguments}: {done.stderr.decode()}"
        return done.stdout

    def graph(self, name, facts):
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in facts)
        self.run("import", "-o", name, "-", given=lines.encode())
        return name

    def export(self, graph, to):
        text = self.run("export", graph, "--to", to)
        assert text == self.run("export", graph, "--to", to), "two exports differ"
        return text


def same(found, wanted, what):
    assert found == wanted, f"{what}:\n  found  {found!r}\n  wanted {wanted!r}"


def in_xml(name):
    """A name as XML can hold it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", REPLACEMENT, name)


def check_edges(edges, text_of=lambda name: name):
    """Edges to hostile names, as attributes by the name of the entity that they lead to."""
    same(set(edges), {text_of(name) for name in NASTY_NAMES.values()}, "names")
    for number, name in enumerate(NASTY_NAMES.values()):
        found = edges[text_of(name)]
        same(int(found["amount"]), 10**17 + number, "amount")
        same(float(found["stake_percent"]), 33.3, "stake")
        same(str(found["lead"]).lower(), "true", "lead")
        evidence = json.loads(found["evidence"])
        same([(text_of(one["doc"]), text_of(one["text"])) for one in evidence], [(text_of(name), text_of(name))], "evidence")


def read_graphml(program):
    import igraph
    import networkx
    nasty = program.graph("nasty", nasty_facts())
    every = program.graph("every", every_relation())
    for graph, edges in ((nasty, len(NASTY_NAMES)), (every, 540)):
        file = os.path.join(program.scratch, graph + ".graphml")
        program.run("export", graph, "--to", "graphml", "-o", file)
        by_networkx = networkx.read_graphml(file, force_multigraph=True)
        by_igraph = igraph.Graph.Read_GraphML(file)
        same(by_networkx.number_of_edges(), edges, "edges of NetworkX")
        same(by_igraph.ecount(), edges, "edges of igraph")
        same(by_networkx.number_of_nodes(), by_igraph.vcount(), "nodes")
        assert by_igraph.is_directed() and by_networkx.is_directed()
        if graph == nasty:
            check_edges({by_networkx.nodes[target]["name"]: values for _, target, values in
                         by_networkx.edges(data=True)}, in_xml)
            check_igraph(by_igraph)


def check_igraph(graph):
    """igraph reads long numbers as doubles, and what a fact does not tell as NaN or nothing."""
    names = {graph.vs[edge.target]["name"]: edge for edge in graph.es}
    same(set(names), {in_xml(name) for name in NASTY_NAMES.values()}, "names")
    for name, edge in names.items():
        same(edge["stake_percent"], 33.3, "stake")
        same(edge["lead"], True, "lead")
        same([in_xml(one["text"]) for one in json.loads(edge["evidence"])], [name], "evidence")


def read_gexf(program):
    import networkx
    nasty = program.graph("nasty", nasty_facts())
    every = program.graph("every", every_relation())
    for graph, edges in ((nasty, len(NASTY_NAMES)), (every, 540)):
        read = networkx.read_gexf(io.BytesIO(program.export(graph, "gexf")), version="1.3")
        same(read.number_of_edges(), edges, "edges")
        if graph == nasty:
            check_edges({read.nodes[target]["label"]: values for _, target, values in read.edges(data=True)}, in_xml)


def unguarded(cell):
    """Takes away the apostrophe before a formula, as docs/exchange.md says."""
    return cell[1:] if re.match("'+ *[=+\\-@\t\r\n＝＋－＠]", cell) else cell


def read_csv(program):
    program.graph("nasty", nasty_facts())
    for headers, (id_, label, target) in (("gephi", ("Id", "Label", "Target")), ("neo4j", ("id:ID", ":LABEL", ":END_ID"))):
        program.run("export", "nasty", "--to", "csv", "--headers", headers, "-o", "nasty.csv")
        nodes, edges = ([*csv.DictReader(io.StringIO(pathlib.Path(program.scratch, f"nasty.{part}.csv").read_bytes().decode(),
                                                     newline=""))] for part in ("nodes", "edges"))
        for row in nodes + edges:
            for cell in row.values():
                assert not re.match(" *[=+\\-@\t\r\n＝＋－＠]", cell), f"{cell!r} would run as a formula"
        same({row[label] for row in nodes} <= {"Entity;Fund", "Entity;Company"} or headers == "gephi", True, label)
        names = {row[id_]: unguarded(row["name"]) for row in nodes}
        plain = [{key.split(":")[0] or key: value for key, value in row.items()} for row in edges]
        check_edges({names[row[target]]: values for row, values in zip(edges, plain)})
        # And back by import: the same entities and facts.
        program.run("import", "-o", f"back-{headers}", "nasty.nodes.csv", "nasty.edges.csv")
        for part in ("graphml", "cypher"):
            same(program.export(f"back-{headers}", part).decode(), program.export("nasty", part).decode(), part)


def syntax_errors(statement):
    """What the grammar of Cypher has against a statement."""
    import antlr4
    from antlr4.error.ErrorListener import ErrorListener
    from antlr4_cypher import CypherLexer, CypherParser

    class Errors(list, ErrorListener):
        def syntaxError(self, recognizer, symbol, line, column, message, error):
            self.append(f"{line}:{column} {message}")

    errors = Errors()
    lexer = CypherLexer(antlr4.InputStream(statement))
    parser = CypherParser(antlr4.CommonTokenStream(lexer))
    for part in (lexer, parser):
        part.removeErrorListeners()
        part.addErrorListener(errors)
    parser.script()
    return list(errors)


def read_cypher(program):
    import graphqlite
    program.graph("nasty", nasty_facts())
    program.graph("input", (json.loads(line) for file in sorted(INPUT.glob("*.jsonl")) for line in file.open()))
    for graph, edges in (("nasty", len(NASTY_NAMES)), ("input", None)):
        statements = program.export(graph, "cypher").decode().split(";\n")
        same(statements.pop(), "", "after the last statement")
        database = graphqlite.connect(":memory:")
        seen = []
        for _ in ("first", "again"):
            for statement in statements:
                database.cypher(statement)
            nodes = [row["n"] for row in database.cypher("MATCH (n) RETURN n")]
            arcs = [row["r"] for row in database.cypher("MATCH ()-[r]->() RETURN r")]
            seen.append((nodes, arcs))
        same(seen[1], seen[0], "the script run twice")
        same(len(nodes) + len(arcs) + 1, len(statements), "statements")
        for statement in statements[1:]:  # the first, a constraint, is of Neo4j and not in the grammar of openCypher
            same(syntax_errors(statement), [], statement[:200])
        if edges is not None:
            names = {node["id"]: node["properties"]["name"] for node in nodes}
            check_edges({names[arc["endNode"]]: {**arc["properties"], "evidence": "[" + ", ".join(arc["properties"]["evidence"]) + "]"}
                         for arc in arcs})


def check_ftm(text):
    """Validates entities of FollowTheMoney: values, and that links lead to what the schema says. Gives them by id."""
    from followthemoney import model
    from followthemoney.exc import InvalidData
    lines = text.decode().removesuffix("\n").split("\n")
    entities = {one["id"]: one for one in map(json.loads, lines)}
    same(len(entities), len(lines), "ids, each once")
    for one in entities.values():
        schema = model.get(one["schema"])
        try:
            schema.validate({"properties": one["properties"]})
        except InvalidData as fault:
            raise AssertionError(f"{one}: {fault.errors}") from fault
        proxy = model.get_proxy(one)
        same({name: sorted(values) for name, values in proxy.to_dict()["properties"].items()},
             {name: sorted(set(values)) for name, values in one["properties"].items()}, one["id"])
        for name, values in one["properties"].items():
            property_ = schema.properties[name]
            if property_.range is None:
                continue
            for value in values:
                reached = model.get(entities[value]["schema"])
                assert reached.is_a(property_.range), f"{schema.name}.{name} leads to a {reached.name}"
    return entities


def read_ftm(program):
    program.graph("nasty", nasty_facts())
    entities = check_ftm(program.export("nasty", "ftm"))
    names = {one["properties"]["name"][0] for one in entities.values() if one["schema"] == "Company"}
    same(names, {name if len(name) <= 384 else name[:383] + "…" for name in NASTY_NAMES.values()}, "names")
    payments = [one["properties"] for one in entities.values() if one["schema"] == "Payment"]
    same(sorted(int(one["amount"][0]) for one in payments), [10**17 + at for at in range(len(NASTY_NAMES))], "sums")

    every = program.graph("every", every_relation())
    entities = check_ftm(program.export("every", "ftm"))
    same({one["schema"] for one in entities.values()} >=
         {"Person", "Company", "PublicBody", "Organization", "Project", "Address", "Ownership", "Directorship", "Payment",
          "Debt", "Membership", "ProjectParticipant", "UnknownLink", "Document"}, True, "schemata")
    for one in entities.values():
        if "denied" in one["properties"].get("status", []):
            same(one["schema"], "UnknownLink", "what is denied")
    # And back by import: every link is of a relation again; a deal of several is told once, so its facts are, too.
    program.run("import", "-o", "again", "-", given=program.export(every, "ftm"))
    relations = [json.loads(program.run("stats", graph, "--format", "json"))["facts_by_relation"] for graph in
                 (every, "again")]
    same({name: count for name, count in relations[1].items() if name != "owns"},
         {name: count for name, count in relations[0].items() if name != "owns"}, "relations")


def read_jsonl(program):
    """Back by import, with nothing lost; files of documents that were read go the same way."""
    program.graph("nasty", nasty_facts())
    program.graph("every", every_relation())
    document = {"id": "a1", "text": "Birch Capital invested $5 million in Elm.", "url": "https://example.org/a?b=\"c\"",
                "title": "Title </title>", "date": "2024-01"}
    empty = {"id": "a2", "text": "Nothing is said here.", "title": "None"}
    lines = "".join(json.dumps(one) + "\n" for one in (document, empty))
    program.run("build", "-o", "read", "--input", "jsonl", "-", given=lines.encode())
    program.run("import", "-o", "read", "-", given=program.export("every", "jsonl"))
    for graph in ("nasty", "every", "read"):
        text = program.export(graph, "jsonl")
        program.run("import", "-o", f"{graph}-again", "-", given=text)
        same(program.export(f"{graph}-again", "jsonl").decode(), text.decode(), graph)
        program.run("import", "-o", f"{graph}-again", "-", given=text)
        same(program.export(f"{graph}-again", "jsonl").decode(), text.decode(), f"{graph}, twice")
        for to in ("graphml", "ftm"):
            same(program.export(f"{graph}-again", to), program.export(graph, to), to)


def read_registers(program):
    """A register of thousands of rows, in two forms: whoever is linked to another is in the graph, each as one."""
    maker = INPUT.parent.parent.parent / "examples" / "register.py"
    owned = {}
    for form in ("ftm", "bods"):
        text = subprocess.run([sys.executable, maker, "--form", form], capture_output=True, check=True).stdout
        pathlib.Path(program.scratch, f"{form}.json").write_bytes(text)
        program.run("import", "-o", form, f"{form}.json")
        linked = set()
        for row in map(json.loads, text.splitlines()):
            if form == "bods" and row["recordType"] == "relationship":
                linked |= {row["recordDetails"]["subject"], row["recordDetails"]["interestedParty"]}
            for end in ("owner", "asset", "director", "organization", "creditor", "debtor") if form == "ftm" else ():
                linked |= set(row["properties"].get(end, []))
        counts = json.loads(program.run("stats", form, "--format", "json"))
        same(counts["entities"], len(linked), "entities")
        assert counts["facts"] > 4000
        owned[form] = counts["facts_by_relation"]["owns"], counts["facts_by_relation"]["leads"]
        same(program.run("path", form, "Amber Crown Holding", "Tern Shipyard").decode().splitlines()[0],
             "Amber Crown Holding → Lantern Bay Capital → Osprey Quay Logistics → Tern Shipyard", "path")
        funders = program.run("funders", form, "Tern Shipyard", "--depth", "2").decode()
        same([line.split(" —")[0].strip() for line in funders.splitlines()],
             ["Osprey Quay Logistics", "Lantern Bay Capital"], "funders")
        before = program.export(form, "jsonl")
        program.run("import", "-o", form, f"{form}.json")
        same(program.export(form, "jsonl"), before, "imported twice")
    check_ftm(program.export("ftm", "ftm"))
    same(owned["bods"], owned["ftm"], "who owns and heads what, in the two forms")


def main():
    readers = {name.removeprefix("read_"): read for name, read in globals().items() if name.startswith("read_")}
    with tempfile.TemporaryDirectory() as scratch:
        readers[sys.argv[2]](Program(sys.argv[1], scratch))


if __name__ == "__main__":
    main()
