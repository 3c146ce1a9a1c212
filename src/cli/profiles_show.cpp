#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "cli/profiles_edit.h"
#include "cli/text_width.h"
#include "json/document.h"
#include "json/writer.h"
#include "profiles/listing.h"
#include "profiles/vocabulary.h"

namespace linecheck::cli {
namespace {

std::string portText(const profiles::Port& port) {
  std::string signals;
  for (const profiles::Signal signal : port.signals) {
    if (!signals.empty()) signals += ", ";
    signals += profiles::wordFor(profiles::kSignals, signal);
  }
  const char* balance = !port.balanced ? "" : *port.balanced ? ", balanced" : ", unbalanced";
  std::string receiver;
  if (port.receiver) {
    receiver =
        fmt::format(", {} receiver", profiles::wordFor(profiles::kReceivers, *port.receiver));
  }
  return fmt::format(
      "  {}{}{}{}: {}{}{}\n",
      padded(std::string(profiles::wordFor(profiles::kDirections, port.direction)), 6),
      padded(port.id, 18), padded(port.name, 26),
      profiles::wordFor(profiles::kConnectors, port.connector), signals, balance, receiver);
}

/// " · planar, open"
std::string buildText(const profiles::Headphones& headphones) {
  std::string text = fmt::format(" · {}", profiles::wordFor(profiles::kDrivers, headphones.driver));
  if (headphones.back) {
    text += fmt::format(", {}", profiles::wordFor(profiles::kBacks, headphones.back->type));
  }
  return text;
}

std::string profileText(const profiles::Profile& profile) {
  std::string text =
      fmt::format("{}\n{} · {}{}\n", profile.name(), profile.id, kindText(profile.kind),
                  profile.headphones ? buildText(*profile.headphones) : "");
  if (!profile.ports.empty()) text += "\nPorts\n";
  for (const profiles::Port& port : profile.ports) text += portText(port);
  const auto rows = profiles::figureRows(profile);
  if (!rows.empty()) text += "\nFigures\n";
  for (const profiles::FigureRow& row : rows) {
    text += fmt::format(
        "  {}{}{} · {}{}\n", padded((row.isUsed ? "" : "  not used: ") + row.name, 44),
        padded(row.value, 24), profiles::wordFor(profiles::kConfidences, row.provenance.confidence),
        row.provenance.source.citation,
        row.provenance.where.empty() ? "" : ", " + row.provenance.where);
    if (!row.provenance.note.empty()) text += fmt::format("      {}\n", row.provenance.note);
    if (!row.chosenBecause.empty()) {
      text += fmt::format("      Used because: {}\n", row.chosenBecause);
    }
  }
  if (!profile.notes.empty()) text += "\nNotes\n";
  for (const profiles::Note& note : profile.notes) {
    text += fmt::format("  {} ({}): {}\n", note.topic,
                        profiles::wordFor(profiles::kSeverities, note.severity), note.text);
  }
  return text;
}

Result<ExitCode> show(const Session& session, const std::string& id) {
  const profiles::Library library = openLibrary(session);
  const auto found = findProfile(library, id);
  if (!found) return fail(found.error());
  const profiles::Library::Entry* entry = *found;
  if (session.json) {
    const auto file = json::parseFile(entry->file);
    if (!file) return fail(file.error());
    json::Object document{{"schema", "linecheck.profile/1"}};
    document.set("file", entry->file.string()).set("profile", file->root());
    session.out << json::toText(document) << '\n';
  } else {
    session.out << profileText(entry->profile);
  }
  return ExitCode::done;
}

}  // namespace

void addProfilesShow(CLI::App& command, Session& session) {
  auto id = std::make_shared<std::string>();
  CLI::App* showing = command.add_subcommand("show", "One profile with all its figures");
  showing->add_option("ID", *id, "As `profiles list` names it")->required();
  showing->callback(
      [&session, id] { session.action = [&session, id] { return show(session, *id); }; });
}

}  // namespace linecheck::cli
