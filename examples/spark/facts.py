#!/usr/bin/env python3
"""Reads any number of documents on all the machines of a Spark cluster, and writes who funds whom.

    spark-submit examples/spark/facts.py DOCUMENTS OUT [--partitions N] [--whofunds PROGRAM] [-- OPTIONS OF extract]

DOCUMENTS are JSON lines, {"id": …, "text": …} (`whofunds text --format jsonl` makes them of files), anywhere that Spark reads from.
OUT becomes a folder of parts; the parts one after the other are what one `whofunds extract` of all the documents prints.
docs/scale.md tells how to run it, how to make a graph of the parts, and what it costs.
"""

import argparse
import os
import shlex

from pyspark.sql import SparkSession

# Exit code 3 says that a document could not be read: it was named in the log, and all others were read. Any other fault
# fails the task, which Spark then tries again elsewhere.
READ_ALL = '"$@"; code=$?; if [ $code -eq 3 ]; then exit 0; else exit $code; fi'


def facts_of(documents, whofunds="whofunds", options=()):
    """The facts of an RDD of documents, each in its partition and in order: `extract` is a filter without state."""
    extract = [whofunds, "extract", "--input", "jsonl", "--format", "jsonl", "--jobs", "1", *options, "-"]
    command = shlex.join(["sh", "-c", READ_ALL, "sh", *extract])
    return documents.pipe(command, env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8"}, checkCode=True)


def main():
    parser = argparse.ArgumentParser(description="Who funds whom, by Spark")
    parser.add_argument("documents")
    parser.add_argument("out")
    parser.add_argument("--partitions", type=int, default=None, help="at least so many; by default a partition for 128 MB")
    parser.add_argument("--whofunds", default="whofunds", help="the program, on every machine")
    parser.add_argument("options", nargs="*", help="for whofunds extract, after --")
    told = parser.parse_args()
    spark = SparkSession.builder.appName("whofunds").getOrCreate()
    documents = spark.sparkContext.textFile(told.documents, told.partitions)
    facts_of(documents, told.whofunds, told.options).saveAsTextFile(told.out)
    spark.stop()


if __name__ == "__main__":
    main()
