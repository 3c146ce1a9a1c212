#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/profiles_edit.h"
#include "json/writer.h"
#include "profiles/loader.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;

Result<ExitCode> validate(const Session& session, const std::vector<std::string>& files) {
  Array array;
  std::string text;
  bool allGood = true;
  for (const std::string& file : files) {
    const Errors errors = profiles::validateFile(file);
    allGood = allGood && errors.empty();
    if (session.json) {
      array.emplace_back(Object()
                             .set("file", file)
                             .set("valid", errors.empty())
                             .set("errors", errorsJson(errors)));
    } else {
      if (errors.empty()) text += fmt::format("{}: good\n", file);
      for (const Error& error : errors) text += error.message() + '\n';
    }
  }
  if (session.json) {
    Object document{{"schema", "linecheck.validation/1"}};
    document.set("files", std::move(array));
    text = json::toText(document) + '\n';
  }
  session.out << text;
  return allGood ? ExitCode::done : ExitCode::badInput;
}

}  // namespace

void addProfilesValidate(CLI::App& command, Session& session) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* validating =
      command.add_subcommand("validate", "Check profile files and tell every fault in them");
  validating->add_option("FILE", *files, "The files")->required();
  validating->callback([&session, files] {
    session.action = [&session, files] { return validate(session, *files); };
  });
}

}  // namespace linecheck::cli
