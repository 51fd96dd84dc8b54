#include "commands/commands.hpp"
#include "funding_answer.hpp"

namespace whofunds::tools {
namespace {

class FundersCommand : public Command {
 public:
  std::string_view name() const override { return "funders"; }

  void setup(CLI::App& app) override { declare_funding_options(app, options_); }

  ExitCode run() override {
    return answer_funding(options_, query::funders, "funders", "is funded by nobody that the graph knows");
  }

 private:
  FundingOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_funders() {
  return std::make_unique<FundersCommand>();
}

}  // namespace whofunds::tools
