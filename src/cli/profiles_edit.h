#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "json/value.h"
#include "profiles/library.h"
#include "profiles/user_profiles.h"

/// What the parts of the command `profiles` share.
namespace linecheck::cli {

/// The word of a profile's kind.
[[nodiscard]] std::string kindText(profiles::Kind kind);

[[nodiscard]] json::Array errorsJson(const Errors& errors);

/// All profiles there are. A broken one of the user's is told on stderr and stops nothing.
[[nodiscard]] profiles::Library openLibrary(const Session& session);

/// The entry with this id, or `notFound` and what to do.
[[nodiscard]] Result<const profiles::Library::Entry*> findProfile(const profiles::Library& library,
                                                                  const std::string& id);

/// Saves profiles of the user's, all or, if one cannot be saved, none of them; then prints what was
/// done. With `isTrial` it only tells what would be.
[[nodiscard]] Result<ExitCode> saveAll(const Session& session,
                                       const std::vector<profiles::Profile>& made,
                                       profiles::Clash clash, bool isTrial);

/// Prints that something was done with a profile: "removed", "exported". `file` may be empty.
void tellDone(const Session& session, const std::string& deed, const std::string& id,
              const std::string& file = {});

/// Prints every error, as a document or line by line, for an input that was refused.
[[nodiscard]] ExitCode refuse(const Session& session, const Errors& errors);

// Each adds one subcommand of `profiles`.
void addProfilesAdd(CLI::App& command, Session& session);
void addProfilesExport(CLI::App& command, Session& session);
void addProfilesImport(CLI::App& command, Session& session);
void addProfilesList(CLI::App& command, Session& session);
void addProfilesRemove(CLI::App& command, Session& session);
void addProfilesShow(CLI::App& command, Session& session);
void addProfilesValidate(CLI::App& command, Session& session);

}  // namespace linecheck::cli
