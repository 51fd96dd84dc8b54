// Reads a sentence, and prints the graph of what it says as DOT.

#include <iostream>

#include "whofunds/whofunds.hpp"

int main() {
  const auto share = whofunds::language::share_directory();
  const whofunds::extraction::Extractor extractor(share);
  const auto facts =
      extractor.extract_facts({.id = "a", .text = "Northgate Capital invested $5 million in Quickmart."});
  whofunds::graph::FundingGraph graph;
  graph.add(facts);
  std::cout << whofunds::render::to_dot(graph.graph(), whofunds::render::load_style(share, "en"));
}
