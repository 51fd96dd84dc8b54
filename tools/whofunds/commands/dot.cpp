
#include "commands/commands.hpp"
#include "drawing.hpp"
#include "printing.hpp"

namespace whofunds::tools {
namespace {

class DotCommand : public Command {
 public:
  std::string_view name() const override { return "dot"; }

  void setup(CLI::App& app) override { declare_drawing_options(app, options_); }

  ExitCode run() override {
    const Drawing drawing = make_drawing(options_);
    print(render::to_dot(drawing.part, drawing.style, drawing.options));
    return ExitCode::kDone;
  }

 private:
  DrawingOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_dot() {
  return std::make_unique<DotCommand>();
}

}  // namespace whofunds::tools
