#!/usr/bin/env python3
"""However documents are cut into partitions, Spark gives the facts of a single run, byte for byte, and the graphs of the parts
merge, in any order, to the graph of all.

Usage: partitions.py FOLDER-OF-WHOFUNDS SOURCE
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

BUILD, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
WHOFUNDS = BUILD / "whofunds"
sys.path.insert(0, str(SOURCE / "examples" / "spark"))

from pyspark.sql import SparkSession  # noqa: E402
import facts  # noqa: E402


def whofunds(*arguments, codes=(0,)):
    done = subprocess.run([WHOFUNDS, *map(str, arguments)], capture_output=True, check=False)
    if done.returncode not in codes:
        raise RuntimeError(f"whofunds {arguments} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def write_documents(file):
    """Some sixty documents in two languages; two cannot be read, one is long, one holds every kind of line end."""
    texts = [path.read_text() for path in sorted((SOURCE / "examples").glob("*/*.txt"))]
    texts.append("Northgate Capital invested $5 million in Quickmart.\u2028\u0085Quickmart bought Tern Works.\r\nTern Works closed.")
    texts.append("\n\n".join(texts) * 3)
    lines = [json.dumps({"id": f"d{number}", "text": texts[number % len(texts)]}, ensure_ascii=number % 2 == 0)
             for number in range(60)]
    lines.insert(7, "this is no JSON")
    lines.insert(31, '{"id": "without text"}')
    file.write_text("".join(line + "\n" for line in lines))


def main():
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        documents = folder / "documents.jsonl"
        write_documents(documents)
        wanted = whofunds("extract", "--input", "jsonl", documents, codes=(3,))
        assert wanted.count(b"\n") > 100, "the single run found hardly a fact"

        spark = (SparkSession.builder.master("local[2]").appName("partitions")
                 .config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1")
                 .config("spark.driver.host", "127.0.0.1").getOrCreate())
        spark.sparkContext.setLogLevel("OFF")
        for partitions in (1, 2, 5):
            out = folder / f"facts{partitions}"
            rdd = spark.sparkContext.textFile(str(documents), partitions)
            facts.facts_of(rdd, str(WHOFUNDS)).saveAsTextFile(str(out))
            parts = sorted(out.glob("part-*"))
            if len(parts) < partitions:
                faults.append(f"{partitions} partitions became {len(parts)} parts")
            if b"".join(part.read_bytes() for part in parts) != wanted:
                faults.append(f"by {partitions} partitions the facts differ from those of a single run")

        # A partition without documents is none to fail on; a program that cannot run fails the job.
        empty = facts.facts_of(spark.sparkContext.parallelize([], 3), str(WHOFUNDS)).collect()
        if empty:
            faults.append(f"no documents gave {empty}")
        try:
            facts.facts_of(spark.sparkContext.parallelize(["{}"], 1), str(folder / "no-such-program")).collect()
            faults.append("a program that is not there passed for done")
        except Exception as error:  # what Spark throws has no common name
            if "127" not in str(error):
                faults.append(f"a program that is not there: {error}")
        spark.stop()

        whole = folder / "whole.graph"
        (folder / "facts.jsonl").write_bytes(wanted)
        whofunds("build", "-o", whole, folder / "facts.jsonl")
        graphs = []
        for part in parts:
            graphs.append(folder / f"{part.name}.graph")
            whofunds("build", "-o", graphs[-1], part)
        whofunds("merge", "-o", folder / "merged.graph", *graphs)
        whofunds("merge", "-o", folder / "first.graph", *graphs[3:])
        whofunds("merge", "-o", folder / "turned.graph", *reversed(graphs[:3]), folder / "first.graph")
        for form in ("jsonl", "graphml", "cypher"):
            graph = whofunds("export", whole, "--to", form)
            for other in ("merged.graph", "turned.graph"):
                if whofunds("export", folder / other, "--to", form) != graph:
                    faults.append(f"{other} exports other {form} than the graph of all")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    sys.exit(main())
