#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace whofunds::text {

/// How text of one language is cut into tokens and sentences: the contents of
/// language/<lang>/segmentation.toml, which says what each list is for.
struct SegmentationRules {
  std::filesystem::path source;    ///< the file they came from, for messages
  std::filesystem::path compiled;  ///< the file that has `tokens` compiled (see TokenRules); may be missing
  std::string tokens;  ///< rules of an ICU break iterator; their status values are the kinds of token
  std::vector<std::string> clitics;
  std::vector<std::string> splits;
  std::vector<std::string> units;
  std::vector<std::string> signs;  ///< may be left out
  std::vector<std::string> one_token;
  std::vector<std::string> never_end;
  std::vector<std::string> may_end;
  std::vector<std::string> after_number;
  std::vector<std::string> starters;
  std::vector<std::string> before_letter;
  std::vector<std::string> ends_name;   ///< may be left out
  std::vector<std::string> continuers;  ///< may be left out
};

/// Reads the rules from a TOML file. Throws MachineError where the file cannot be opened, InputError (with
/// the line) where it is no TOML or lacks a list.
SegmentationRules read_segmentation_rules(const std::filesystem::path& file);

}  // namespace whofunds::text
