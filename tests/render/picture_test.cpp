#include "whofunds/render/picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <regex>
#include <set>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <doctest/doctest.h>

#include "sample.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/render/dot.hpp"
#include "whofunds/render/label.hpp"

using namespace whofunds;
using namespace whofunds::render;

namespace {

using Tree = boost::property_tree::ptree;

Tree parsed(const std::string& svg) {
  std::istringstream stream(svg);
  Tree tree;
  boost::property_tree::read_xml(stream, tree);
  return tree;
}

// Every element and attribute ("svg", "@href") of the tree, and the text within elements of one name.
struct Inventory {
  std::set<std::string> names;
  std::string text;
};

void take(const Tree& tree, const std::string& wanted, Inventory& inventory) {
  for (const auto& [name, child] : tree) {
    if (name == "<xmlattr>") {
      for (const auto& attribute : child) inventory.names.insert("@" + attribute.first);
      continue;
    }
    if (name != "<xmlcomment>") inventory.names.insert(name);
    if (name == wanted) inventory.text += child.data();
    take(child, wanted, inventory);
  }
}

Inventory inventory(const std::string& svg, const std::string& wanted) {
  Inventory inventory;
  take(parsed(svg), wanted, inventory);
  return inventory;
}

SampleGraph named(const std::string& name) {
  SampleGraph sample;
  sample.entity("Other");
  sample.fact(name, {.round = name, .deal = "d"}, "Other").fact("Third", {.deal = "d"}, "Other");
  sample.fact(name, {.relation = model::Relation::kRaised, .round = name}, name);
  sample.fact("Other", {.amount = model::Money{.value = 5, .currency = name}}, name);
  return sample;
}

// Without the marks that show nothing and only part what Graphviz would read together.
std::string without_joiners(std::string text) {
  for (std::size_t at = text.find("\u2060"); at != std::string::npos; at = text.find("\u2060"))
    text.erase(at, 3);
  return text;
}

const Options kNoKey{.key = false};

}  // namespace

TEST_CASE("a picture begins as its format does") {
  const std::string dot = to_dot(everything(), english());
  CHECK(draw(dot, PictureFormat::kSvg).find("<svg") != std::string::npos);
  CHECK(draw(dot, PictureFormat::kPng).starts_with("\x89PNG\r\n\x1a\n"));
  CHECK(draw(dot, PictureFormat::kPdf).starts_with("%PDF-"));
}

TEST_CASE("every layout draws") {
  for (const char* const name : {"dot", "neato", "fdp", "sfdp", "twopi", "circo"}) {
    CAPTURE(name);
    const std::string dot = to_dot(everything(), english(), {.layout = parse_layout(name).value()});
    CHECK(inventory(draw(dot, PictureFormat::kSvg), "text").text.find("Tromsø") != std::string::npos);
  }
}

TEST_CASE("a tangle of a hundred entities is drawn, as its DOT is, loops and parallel arrows included") {
  SampleGraph sample;
  for (int step = 0; step < 150; ++step) {
    const auto relation =
        model::kAllRelations.at(static_cast<std::size_t>(step) % model::kAllRelations.size());
    const std::string from = std::to_string(step * step % 101);
    const bool is_raised = relation == model::Relation::kRaised;
    sample.fact(from, {.relation = relation}, is_raised ? from : std::to_string(step * 7 % 89));
  }
  for (const Layout layout : {Layout::kDot, Layout::kNeato, Layout::kSfdp}) {
    const Options options{.layout = layout};
    const std::string svg = draw(to_dot(sample.graph(), english(), options), PictureFormat::kSvg);
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(draw(sample.graph(), english(), options, PictureFormat::kSvg) == svg);
  }
}

TEST_CASE("frames of every sort are drawn around a tangle with labelled arrows within them") {
  SampleGraph sample;
  for (int step = 0; step < 60; ++step) {
    const auto kind =
        model::kAllEntityKinds.at(static_cast<std::size_t>(step) % model::kAllEntityKinds.size());
    sample.entity(std::to_string(step), kind);
  }
  for (int step = 0; step < 90; ++step) {
    sample.fact(std::to_string(step * step % 53), {.amount = model::Money{.value = step, .currency = "USD"}},
                std::to_string(step * 7 % 59));
  }
  for (const char* const grouping : {"kind", "component", "place", "country"}) {
    CAPTURE(grouping);
    const Options options{.grouping = parse_grouping(grouping).value()};
    const std::string svg = draw(sample.graph(), english(), options, PictureFormat::kSvg);
    CHECK(svg.ends_with("</svg>\n"));
    for (int time = 0; time < 3; ++time) {
      CHECK(draw(sample.graph(), english(), options, PictureFormat::kSvg) == svg);
      CHECK(draw(to_dot(sample.graph(), english(), options), PictureFormat::kSvg).ends_with("</svg>\n"));
    }
  }
}

TEST_CASE("what is to be framed is drawn the same each time, whatever the layout, framed or not") {
  for (const Layout layout : {Layout::kDot, Layout::kNeato, Layout::kFdp, Layout::kSfdp}) {
    CAPTURE(static_cast<int>(layout));
    const Options options{.layout = layout, .grouping = Grouping::kKind};
    const std::string svg = draw(everything(), english(), options, PictureFormat::kSvg);
    CHECK(draw(everything(), english(), options, PictureFormat::kSvg) == svg);
  }
}

namespace {

struct Shape {
  double width = 0;
  double height = 0;
};

Shape shape_of(const std::string& svg) {
  Shape shape;
  const std::size_t box = svg.find("viewBox=\"0.00 0.00 ");
  REQUIRE(box != std::string::npos);
  std::istringstream(svg.substr(box + std::string_view("viewBox=\"0.00 0.00 ").size())) >> shape.width >>
      shape.height;
  return shape;
}

// Where a drawing has the texts of an element and where its line begins.
std::vector<std::pair<double, double>> places_in(const std::string& svg, const std::string& id) {
  const std::size_t begin = svg.find("<g id=\"" + id + "\"");
  REQUIRE(begin != std::string::npos);
  const std::string text = svg.substr(begin, svg.find("\n<!--", begin) - begin);
  static const std::regex place(R"re((?: x="([-\d.]+)" y="([-\d.]+)")|(?: d="M([-\d.]+),([-\d.]+)))re");
  std::vector<std::pair<double, double>> places;
  for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at) {
    const int first = (*at)[1].matched ? 1 : 3;
    places.emplace_back(std::stod((*at)[first]), std::stod((*at)[first + 1]));
  }
  return places;
}

}  // namespace

TEST_CASE("parts that do not touch stand side by side, with their labels") {
  SampleGraph sample;
  for (int n = 0; n < 24; ++n) {
    const std::string number = std::to_string(n);
    sample.fact("Fund " + number, {.amount = dollars(1'000'000 + n)}, "Firm " + number);
    sample.fact("Fund " + number, {.relation = model::Relation::kOwns}, "Firm " + number);
  }
  const std::string svg = draw(sample.graph(), english(), kNoKey, PictureFormat::kSvg);
  const Shape shape = shape_of(svg);
  CHECK(shape.width / shape.height > 1);
  CHECK(shape.width / shape.height < 2.2);
  const std::string text = inventory(svg, "text").text;
  std::size_t labels = 0;
  for (std::size_t at = text.find("owns"); at != std::string::npos; at = text.find("owns", at + 1)) ++labels;
  CHECK(labels == 24);
  CHECK(draw(to_dot(sample.graph(), english(), kNoKey), PictureFormat::kSvg) == svg);
}

TEST_CASE("a part is drawn as it would be alone") {
  const auto star = [](SampleGraph sample) {
    sample.fact("Anna", {.amount = dollars(5'000'000)}, "Firm").fact("Boris", {}, "Firm");
    sample.fact("Firm", {.relation = model::Relation::kOwns}, "Daughter").fact("Anna", {}, "Daughter");
    return sample;
  };
  const std::string alone = draw(star({}).graph(), english(), kNoKey, PictureFormat::kSvg);
  const std::string beside =
      draw(star({}).fact("Else", {}, "Elsewhere").graph(), english(), kNoKey, PictureFormat::kSvg);
  const auto [x, y] = places_in(alone, "e1").front();
  const auto [other_x, other_y] = places_in(beside, "e1").front();
  for (const char* const id : {"e2", "e3", "e4", "i1", "i2", "i3", "i4"}) {
    const auto one = places_in(alone, id);
    const auto other = places_in(beside, id);
    REQUIRE(one.size() == other.size());
    CHECK(one.size() > 1);
    for (std::size_t at = 0; at < one.size(); ++at) {
      CHECK(std::abs((one[at].first - x) - (other[at].first - other_x)) < 0.1);
      CHECK(std::abs((one[at].second - y) - (other[at].second - other_y)) < 0.1);
    }
  }
}

TEST_CASE("the same file gives the same picture") {
  const std::string dot = to_dot(everything(), english());
  CHECK(draw(dot, PictureFormat::kSvg) == draw(dot, PictureFormat::kSvg));
}

TEST_CASE("tooltips are titles that quote the evidence") {
  const std::string titles =
      inventory(draw(to_dot(everything(), english()), PictureFormat::kSvg), "title").text;
  CHECK(titles.find("“Quarry Robotics … Lumen AI” (doc5)") != std::string::npos);
  CHECK(titles.find("e1") == std::string::npos);
}

TEST_CASE("no name brings markup into a picture") {
  const std::set<std::string> plain =
      inventory(draw(to_dot(named("Plain name").graph(), english(), kNoKey), PictureFormat::kSvg), "text")
          .names;
  for (const std::string& name : nasty_names()) {
    CAPTURE(name.substr(0, 80));
    const std::string dot =
        to_dot(named(name).graph(), english(), {.title = name, .source = name, .key = false});
    const Inventory found = inventory(draw(dot, PictureFormat::kSvg), "text");
    CHECK(std::includes(plain.begin(), plain.end(), found.names.begin(), found.names.end()));
    CHECK(draw(dot, PictureFormat::kPdf).starts_with("%PDF-"));
  }
}

TEST_CASE("a name is shown as it is written") {
  for (const std::string& name :
       std::vector<std::string>{R"(A "q" \N)", R"(\\x\)", "<B>b</B>", "Tom & Co", "&lt;", "{a|b}"}) {
    CAPTURE(name);
    const std::string svg =
        draw(to_dot(SampleGraph().fact(name, {}, "Other").graph(), english(), kNoKey), PictureFormat::kSvg);
    CHECK(without_joiners(inventory(svg, "text").text).find(name) != std::string::npos);
    CHECK(without_joiners(inventory(svg, "title").text).find(name) != std::string::npos);
  }
}

TEST_CASE("a file that is no DOT is refused") {
  CHECK_THROWS_AS(draw("digraph {", PictureFormat::kSvg), InputError);
  CHECK_THROWS_AS(draw("", PictureFormat::kSvg), InputError);
}

TEST_CASE("a layout that is not installed is a fault of the machine that says what to install") {
  CHECK_THROWS_WITH_AS(draw("digraph { layout=nosuch; a }", PictureFormat::kSvg),
                       doctest::Contains("install"), MachineError);
}

TEST_CASE("many threads draw at once") {
  const std::string once = draw(to_dot(everything(), english()), PictureFormat::kSvg);
  std::vector<std::string> drawn(4);
  std::vector<std::thread> threads;
  for (std::string& svg : drawn) {
    threads.emplace_back([&svg] { svg = draw(to_dot(everything(), english()), PictureFormat::kSvg); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& svg : drawn) CHECK(svg == once);
}

TEST_CASE("a format is known by its ending") {
  CHECK(parse_picture_format("png") == PictureFormat::kPng);
  CHECK_FALSE(parse_picture_format("gif"));
}

TEST_CASE("an arrow links to the document that says it, where that is on the web") {
  const auto graph = SampleGraph().fact("a", {}, "b").graph();
  const auto drawn = [&](const std::string& address) {
    return draw(to_dot(graph, english(), {.sources = {{"doc1", {.url = address}}}, .key = false}),
                PictureFormat::kSvg);
  };
  const std::string svg = drawn("https://example.org/?a=1&b=\"2\"");
  CHECK(svg.find("xlink:href=\"https://example.org/?a=1&amp;b=%222%22\"") != std::string::npos);
  CHECK(inventory(svg, "title").text.find("“a … b” (doc1)") != std::string::npos);
  CHECK(svg.find("xlink:title") == std::string::npos);
  for (const char* const address : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "x"})
    CHECK(drawn(address).find("href") == std::string::npos);
}

TEST_CASE("a picture has only the colours of its theme") {
  const Style dark = load_style(std::getenv("WHOFUNDS_SHARE"), "en", "dark");
  const std::string svg = draw(to_dot(everything(), dark), PictureFormat::kSvg);
  for (const char* const light : {"white", "#ffffff", "#1b1f23", "#dceefa", "#0072b2"}) {
    CAPTURE(light);
    CHECK(svg.find(light) == std::string::npos);
  }
  CHECK(svg.find("fill=\"#14181d\"") != std::string::npos);
}
