#!/usr/bin/env python3
"""Prints measurements of one run as a table, and how many times as long as ours each peer took for the same question."""

import json
import sys


def main():
    rows, facts = [], {}
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if "who" in item:
                rows.append(item)
            else:
                facts.update(item)
    print("  ".join(f"{key} {value:.1f}" if isinstance(value, float) else f"{key} {value}" for key, value in facts.items()))
    ours = {row["what"]: row["ms"] for row in rows if row["who"] == "whofunds"}
    for row in rows:
        same = ours.get(row["what"])
        ratio = f"{row['ms'] / same:9.1f} ×" if same and row["who"] != "whofunds" else ""
        print(f"{row['who']:<12}{row['what']:<34}{row['ms']:>12.3f} ms {ratio}")


if __name__ == "__main__":
    main()
