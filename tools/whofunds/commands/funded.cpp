#include "commands/commands.hpp"
#include "funding_answer.hpp"

namespace whofunds::tools {
namespace {

class FundedCommand : public Command {
 public:
  std::string_view name() const override { return "funded"; }

  void setup(CLI::App& app) override { declare_funding_options(app, options_); }

  ExitCode run() override {
    return answer_funding(options_, query::funded, "funded", "funds nobody that the graph knows");
  }

 private:
  FundingOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_funded() {
  return std::make_unique<FundedCommand>();
}

}  // namespace whofunds::tools
