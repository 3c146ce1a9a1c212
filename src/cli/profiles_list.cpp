#include <fmt/format.h>

#include <algorithm>

#include <memory>
#include <ostream>

#include "cli/profiles_edit.h"
#include "cli/text_width.h"
#include "json/writer.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using profiles::Library;

Result<ExitCode> list(const Session& session, const std::vector<std::string>& words) {
  const Library library = openLibrary(session);
  const auto found = library.search(fmt::format("{}", fmt::join(words, " ")));
  if (session.json) {
    Array array;
    for (const Library::Entry* entry : found) {
      array.emplace_back(Object()
                             .set("id", entry->profile.id)
                             .set("kind", kindText(entry->profile.kind))
                             .set("maker", entry->profile.maker)
                             .set("model", entry->profile.model)
                             .set("is_users", entry->isUsers)
                             .set("file", entry->file.string()));
    }
    Object document{{"schema", "linecheck.profiles/1"}};
    document.set("profiles", std::move(array));
    session.out << json::toText(document) << '\n';
    return ExitCode::done;
  }
  if (found.empty()) session.err << "linecheck-cli: no profile fits these words\n";
  std::size_t idWidth = 30;
  for (const Library::Entry* entry : found) {
    idWidth = std::max(idWidth, entry->profile.id.size() + 2);
  }
  for (const Library::Entry* entry : found) {
    session.out << padded(entry->profile.id, idWidth) << padded(kindText(entry->profile.kind), 22)
                << entry->profile.name() << (entry->isUsers ? "  (yours)" : "") << '\n';
  }
  return ExitCode::done;
}

}  // namespace

void addProfilesList(CLI::App& command, Session& session) {
  auto words = std::make_shared<std::vector<std::string>>();
  CLI::App* listing = command.add_subcommand("list", "All profiles, or those that fit some words");
  listing->add_option("WORD", *words, "Maker, model or kind");
  listing->callback(
      [&session, words] { session.action = [&session, words] { return list(session, *words); }; });
}

}  // namespace linecheck::cli
