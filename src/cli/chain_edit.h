#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "chain/edit.h"
#include "cli/command.h"
#include "cli/desk_file.h"
#include "json/reader.h"

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

/// The meanings of a file format's words.
template <class T, std::size_t N>
[[nodiscard]] std::map<std::string, T> meanings(const std::array<json::Word<T>, N>& words) {
  std::map<std::string, T> map;
  for (const auto& [word, meaning] : words) map.emplace(word, meaning);
  return map;
}

/// An option whose value is one of the words of the file format.
template <class T, std::size_t N>
void addWord(CLI::App& command, const std::string& name, std::optional<T>& meaning,
             const std::array<json::Word<T>, N>& words, const std::string& help) {
  const auto map = meanings(words);
  command
      .add_option_function<std::string>(
          name, [&meaning, map](const std::string& word) { meaning = map.at(word); }, help)
      ->check(CLI::IsMember(map));
}

// Each adds one subcommand of `chain`.
void addChainAdd(CLI::App& command, Session& session);
void addChainApprove(CLI::App& command, Session& session);
void addChainConnect(CLI::App& command, Session& session);
void addChainNew(CLI::App& command, Session& session);
void addChainRemove(CLI::App& command, Session& session);
void addChainSet(CLI::App& command, Session& session);

}  // namespace linecheck::cli
