#include "whofunds/render/picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>

#include <dlfcn.h>
#include <fmt/format.h>

#include "whofunds/model/error.hpp"
#include "whofunds/render/canvas.hpp"
#include "whofunds/render/graphviz.hpp"
#include "whofunds/render/layout.hpp"
#include "whofunds/render/parts.hpp"

namespace whofunds::render {
namespace {

constexpr std::array<std::string_view, 3> kFormats{"svg", "png", "pdf"};

// By format: the renderer of Graphviz, and what Debian calls the package that brings it.
constexpr std::array<std::string_view, 3> kRenderers{"svg", "png:cairo", "pdf:cairo"};
// The one context of this program, guarded by the mutex of Graphviz. A second one would not do: the text
// layout of Graphviz remembers the last font across contexts, and so reads memory that went with the first
// (seen in 2.43).
GVC_t* graphviz_context() {
  static const ContextHandle context(gvContext());
  if (!context) throw MachineError("Graphviz", "it did not start", kInstallGraphviz);
  return context.get();
}

// Fine enough to be printed, and coarser only where the picture would have more pixels than programs like to
// open.
double dots_per_inch(Agraph_t* graph) {
  constexpr double kPrinted = 144;
  constexpr double kMostPixels = 40e6;
  constexpr double kPointsPerInch = 72;
  const boxf box = GD_bb(graph);
  const double area = (box.UR.x - box.LL.x) * (box.UR.y - box.LL.y) / (kPointsPerInch * kPointsPerInch);
  return std::min(kPrinted, std::sqrt(kMostPixels / std::max(area, 1.0)));
}

struct FreeData {
  void operator()(char* data) const { gvFreeRenderData(data); }
};

std::string rendered(GVC_t* context, Agraph_t* graph, PictureFormat format) {
  const auto index = static_cast<std::size_t>(format);
  const std::string renderer(kRenderers.at(index));
  char* data = nullptr;
  unsigned int length = 0;
  const int fault = gvRenderData(context, graph, renderer.c_str(), &data, &length);
  const std::unique_ptr<char, FreeData> owned(data);
  if (fault != 0 || data == nullptr || length == 0) {
    throw MachineError("Graphviz",
                       fmt::format("it cannot write {} ({})", kFormats.at(index), Listening::heard()),
                       kInstallGraphviz);
  }
  return {data, length};
}

// Takes the tooltips out of the links that Graphviz wraps around a thing to hold them, and leaves the last
// one in `tooltip`.
std::string without_tooltips(std::string_view body, std::string_view& tooltip) {
  constexpr std::string_view kLink = "<a xlink:";
  constexpr std::string_view kTitle = " xlink:title=\"";
  std::string result;
  for (std::size_t link = body.find(kLink); link != std::string_view::npos; link = body.find(kLink)) {
    // What stands in an attribute has its angle brackets escaped: the first one ends the link.
    const std::size_t title = body.substr(0, body.find('>', link)).find(kTitle, link);
    const std::size_t kept = title == std::string_view::npos ? link + kLink.size() : title;
    result.append(body.substr(0, kept));
    body.remove_prefix(kept);
    if (title == std::string_view::npos) continue;
    body.remove_prefix(kTitle.size());
    const std::size_t end = body.find('"');
    tooltip = body.substr(0, end);
    body.remove_prefix(end + 1);
  }
  return result.append(body);
}

// Takes out of a PDF when it was drawn, so that the same graph gives the same bytes. Spaces keep all else in
// its place.
std::string undated(std::string pdf) {
  constexpr std::string_view kDate = "/CreationDate (";
  const std::size_t begin = pdf.rfind(kDate);
  const std::size_t end = begin == std::string::npos ? begin : pdf.find(')', begin);
  if (end != std::string::npos) pdf.replace(begin, end + 1 - begin, end + 1 - begin, ' ');
  return pdf;
}

// Graphviz writes the name of a node, which is ours, into its <title> and the tooltip into an attribute that
// few programs show. Puts the tooltip into the <title>; what has no tooltip loses its title.
std::string with_titles(std::string_view svg) {
  constexpr std::string_view kOpen = "<title>";
  constexpr std::string_view kClose = "</title>";
  std::size_t open = svg.find(kOpen);
  std::string result(svg.substr(0, open));
  while (open != std::string_view::npos) {
    const std::size_t begin = svg.find(kClose, open) + kClose.size();
    open = svg.find(kOpen, begin);
    std::string_view tooltip;
    const std::string body = without_tooltips(svg.substr(begin, open - begin), tooltip);
    if (!tooltip.empty()) result.append(kOpen).append(tooltip).append(kClose);
    result.append(body);
  }
  return result;
}

std::string drawn(Agraph_t* graph, PictureFormat format) {
  GVC_t* const context = graphviz_context();
  const char* const named = agget(graph, to_graphviz("layout"));
  std::string engine = named == nullptr || *named == '\0' ? "dot" : named;
  if (engine == "dot" && lay_out_parts(context, graph)) {
    engine = "nop2";
    agsafeset(graph, to_graphviz("layout"), to_graphviz(engine), to_graphviz(""));
  }
  const Laid laid(context, graph, engine);
  if (format == PictureFormat::kPng) GD_drawing(graph)->dpi = dots_per_inch(graph);
  std::string bytes = rendered(context, graph, format);
  if (format == PictureFormat::kPdf) return undated(std::move(bytes));
  return format == PictureFormat::kSvg ? with_titles(bytes) : bytes;
}

}  // namespace

std::mutex& graphviz_mutex() {
  static std::mutex mutex;
  return mutex;
}

std::optional<PictureFormat> parse_picture_format(std::string_view name) {
  const auto* const found = std::find(kFormats.begin(), kFormats.end(), name);
  if (found == kFormats.end()) return std::nullopt;
  return static_cast<PictureFormat>(found - kFormats.begin());
}

std::string draw(std::string_view dot, PictureFormat format) {
  const std::scoped_lock lock(graphviz_mutex());
  const Listening listening;
  const GraphHandle graph(agmemread(std::string(dot).c_str()));
  if (!graph) throw InputError("DOT", Listening::heard(), "give a file in the DOT language");
  return drawn(graph.get(), format);
}

std::string draw(const graph::Graph& graph, const Style& style, const Options& options,
                 PictureFormat format) {
  const Canvas canvas = paint(graph, style, options);
  const std::scoped_lock lock(graphviz_mutex());
  const Listening listening;
  const GraphHandle drawing = canvas.graph();
  return drawn(drawing.get(), format);
}

void find_fonts() {
  // Graphviz brings it with the part that it loads for text; where it does not, there is nothing to hurry.
  void* const fontconfig = ::dlopen("libfontconfig.so.1", RTLD_LAZY);
  if (fontconfig == nullptr) return;
  using Initialise = int (*)();
  if (const auto initialise = reinterpret_cast<Initialise>(::dlsym(fontconfig, "FcInit"))) initialise();
}

}  // namespace whofunds::render
