#include <memory>

#include "cli/profiles_edit.h"

namespace linecheck::cli {

void addProfilesRemove(CLI::App& command, Session& session) {
  auto id = std::make_shared<std::string>();
  CLI::App* removing = command.add_subcommand("remove", "Delete one of your own profiles");
  removing->add_option("ID", *id, "As `profiles list` names it")->required();
  removing->callback([&session, id] {
    session.action = [&session, id]() -> Result<ExitCode> {
      const profiles::Library library = openLibrary(session);
      const auto removed = profiles::removeProfile(*id, library);
      if (!removed) return fail(removed.error());
      tellDone(session, "removed", *id);
      return ExitCode::done;
    };
  });
}

}  // namespace linecheck::cli
