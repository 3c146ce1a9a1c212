#include <memory>
#include <ostream>

#include "cli/profiles_edit.h"
#include "profiles/writer.h"

namespace linecheck::cli {
namespace {

struct Wishes {
  std::string id;
  std::string file;
  bool mayReplace = false;
};

Result<ExitCode> exportOne(const Session& session, const Wishes& wishes) {
  const profiles::Library library = openLibrary(session);
  const auto entry = findProfile(library, wishes.id);
  if (!entry) return fail(entry.error());
  if (wishes.file.empty()) {
    session.out << profiles::toFileText((*entry)->profile);
    return ExitCode::done;
  }
  const auto written = profiles::exportProfile((*entry)->profile, wishes.file, wishes.mayReplace);
  if (!written) return fail(written.error());
  tellDone(session, "exported", wishes.id, wishes.file);
  return ExitCode::done;
}

}  // namespace

void addProfilesExport(CLI::App& command, Session& session) {
  auto wishes = std::make_shared<Wishes>();
  CLI::App* exporting =
      command.add_subcommand("export", "Write one profile to share: to a file, or to the output");
  exporting->add_option("ID", wishes->id, "As `profiles list` names it")->required();
  exporting->add_option("FILE", wishes->file, "A new .json file");
  exporting->add_flag("--replace", wishes->mayReplace, "Write over a file that is there");
  exporting->callback([&session, wishes] {
    session.action = [&session, wishes] { return exportOne(session, *wishes); };
  });
}

}  // namespace linecheck::cli
