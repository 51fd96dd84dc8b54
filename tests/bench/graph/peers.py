#!/usr/bin/env python3
"""Asks peers for the shortest paths that bench_graph found, and times them: peers.py FOLDER.

Reads the files `edges` and `pairs` of FOLDER, prints a line of JSON a measurement, in time of the processor, and ends with 1
where a peer finds a path of another length. graph-tool is asked where it is installed (Debian: python3-graph-tool), NetworkX
on small graphs only.
"""

import json
import pathlib
import sys
import time

import numpy

MOST_EDGES_FOR_NETWORKX = 1_000_000
PAIRS = 20


def report(who, what, seconds, runs=1):
    print(json.dumps({"who": who, "what": what, "ms": 1000 * seconds / runs, "runs": runs}), flush=True)


def ask(who, pairs, length_of):
    """Times `length_of` (a pair → edges of a shortest path, 0 if there is none)."""
    begin = time.process_time()
    found = [length_of(int(a), int(b)) for a, b, _ in pairs]
    report(who, "path", time.process_time() - begin, len(pairs))
    wrong = [(pair, length) for pair, length in zip(pairs.tolist(), found) if pair[2] != length]
    if wrong:
        sys.exit(f"{who} finds other lengths: {wrong[:3]}")


def with_igraph(edges, pairs, vertices):
    import igraph
    begin = time.process_time()
    graph = igraph.Graph(n=vertices, edges=edges, directed=True)
    report("igraph", "load", time.process_time() - begin)
    ask("igraph", pairs, lambda a, b: max(0, len(graph.get_shortest_paths(a, b)[0]) - 1))
    begin = time.process_time()
    print(json.dumps({"components": len(graph.connected_components("strong"))}))
    report("igraph", "strong components", time.process_time() - begin)
    begin = time.process_time()
    graph.pagerank()
    report("igraph", "pagerank, no weights", time.process_time() - begin)


def with_networkx(edges, pairs):
    import networkx
    begin = time.process_time()
    graph = networkx.DiGraph()
    graph.add_edges_from(edges.tolist())
    report("networkx", "load", time.process_time() - begin)

    def length(a, b):
        try:
            return networkx.bidirectional_shortest_path(graph, a, b).__len__() - 1
        except networkx.NetworkXNoPath:
            return 0
    ask("networkx", pairs, length)


def with_graph_tool(edges, pairs, vertices):
    from graph_tool import Graph, topology
    begin = time.process_time()
    graph = Graph()
    graph.add_vertex(vertices)
    graph.add_edge_list(edges)
    report("graph-tool", "load", time.process_time() - begin)
    ask("graph-tool", pairs, lambda a, b: len(topology.shortest_path(graph, a, b)[1]))


def main():
    folder = pathlib.Path(sys.argv[1])
    edges = numpy.fromfile(folder / "edges", dtype=numpy.uint32).reshape(-1, 2)
    pairs = numpy.fromfile(folder / "pairs", dtype=numpy.uint32).reshape(-1, 3)[:PAIRS]
    vertices = int(max(edges.max(), pairs[:, :2].max())) + 1
    peers = {"igraph": lambda: with_igraph(edges, pairs, vertices),
             "graph-tool": lambda: with_graph_tool(edges, pairs, vertices)}
    if len(edges) <= MOST_EDGES_FOR_NETWORKX:
        peers["networkx"] = lambda: with_networkx(edges, pairs)
    for name, peer in peers.items():
        try:
            peer()
        except ImportError as error:
            print(f"{name} is not here: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
