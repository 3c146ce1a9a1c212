#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "chain/edit.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "cli/word_option.h"

/// What the parts of the command `chain` share.
namespace linecheck::cli {

/// An edit, and the id of the part that it brings; empty if it brings none.
struct MadeEdit {
  chain::Edit edit;
  std::string id;
};

/// Reads the file, makes one edit and writes the file, or leaves it as it is. Prints the id of what
/// came in.
[[nodiscard]] Result<ExitCode> editFile(
    const Session& session, const std::string& path,
    const std::function<Result<MadeEdit>(const DeskFile&, const chain::Desk&)>& make);

/// An edit that brings nothing that has to be named.
[[nodiscard]] Result<MadeEdit> made(Result<chain::Edit> edit);

/// An edit that brings a part of this kind.
template <class Part>
[[nodiscard]] Result<MadeEdit> madeNew(Result<chain::Edit> edit) {
  Result<MadeEdit> result = made(std::move(edit));
  if (!result) return result;
  for (const chain::Change& change : result->edit.changes) {
    const auto* part = std::get_if<chain::PartChange<Part>>(&change);
    if (part != nullptr && part->after && !part->before) result->id = part->after->id.text();
  }
  return result;
}

// Each adds one subcommand of `chain`.
void addChainAdd(CLI::App& command, Session& session);
void addChainApprove(CLI::App& command, Session& session);
void addChainConnect(CLI::App& command, Session& session);
void addChainNew(CLI::App& command, Session& session);
void addChainRemove(CLI::App& command, Session& session);
void addChainSet(CLI::App& command, Session& session);

}  // namespace linecheck::cli
