#include "cli/profiles_edit.h"

namespace linecheck::cli {

void addProfiles(CLI::App& app, Session& session) {
  CLI::App* command =
      app.add_subcommand("profiles", "The device profiles: look at them, and keep your own");
  command->require_subcommand(1);
  addProfilesList(*command, session);
  addProfilesShow(*command, session);
  addProfilesValidate(*command, session);
  addProfilesAdd(*command, session);
  addProfilesImport(*command, session);
  addProfilesExport(*command, session);
  addProfilesRemove(*command, session);
}

}  // namespace linecheck::cli
