#include <filesystem>
#include <future>
#include <optional>
#include <ostream>
#include <string>

#include <CLI/CLI.hpp>

#include "commands/commands.hpp"
#include "drawing.hpp"
#include "output_file.hpp"
#include "whofunds/language/share.hpp"
#include "whofunds/model/error.hpp"
#include "whofunds/render/page.hpp"
#include "whofunds/render/picture.hpp"

namespace whofunds::tools {
namespace {

/// The ending of a file in lower case, without its dot.
std::string ending_of(const std::string& file) {
  std::string ending = std::filesystem::path(file).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending.empty() ? ending : ending.substr(1);
}

std::string drawn(const Drawing& drawing, const std::string& ending) {
  if (ending == "html") {
    const auto kit = render::load_page_kit(language::share_directory(), drawing.style.language);
    return render::to_page(drawing.part, kit, drawing.options);
  }
  if (ending == "dot") return render::to_dot(drawing.part, drawing.style, drawing.options);
  return render::draw(drawing.part, drawing.style, drawing.options, *render::parse_picture_format(ending));
}

class RenderCommand : public Command {
 public:
  std::string_view name() const override { return "render"; }

  void setup(CLI::App& app) override {
    declare_drawing_options(app, options_);
    app.add_option("-o,--output", output_)->required();
  }

  ExitCode run() override {
    const std::string ending = ending_of(output_);
    if (ending != "html" && ending != "dot" && !render::parse_picture_format(ending))
      throw UsageError(output_, "its ending does not say what to draw",
                       "let the name end in .dot, .svg, .png, .pdf or .html");
    const auto fonts = std::async(std::launch::async, render::find_fonts);
    const std::string bytes = drawn(make_drawing(options_), ending);
    write_file(output_, [&bytes](std::ostream& out) { out << bytes; });
    return ExitCode::kDone;
  }

 private:
  DrawingOptions options_;
  std::string output_;
};

}  // namespace

std::unique_ptr<Command> make_render() {
  return std::make_unique<RenderCommand>();
}

}  // namespace whofunds::tools
