#include "profiles/library.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "base/number_text.h"
#include "cli/command.h"
#include "cli/text_width.h"
#include "json/document.h"
#include "json/writer.h"
#include "profiles/listing.h"
#include "profiles/loader.h"
#include "profiles/vocabulary.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using profiles::Library;

std::string kindText(profiles::Kind kind) {
  return std::string(profiles::wordFor(profiles::kKinds, kind));
}

Array errorsJson(const Errors& errors) {
  Array array;
  for (const Error& error : errors) {
    array.emplace_back(Object().set("where", error.where).set("what", error.what));
  }
  return array;
}

// A broken profile of the user's must not pass unseen, nor stop the others.
void warnOfFaults(const Session& session, const Library& library) {
  for (const Library::Fault& fault : library.faults()) {
    for (const Error& error : fault.errors) {
      session.err << "linecheck-cli: left out: " << error.message() << '\n';
    }
  }
}

Result<ExitCode> list(const Session& session, const std::vector<std::string>& words) {
  const Library library = Library::load(profiles::locations());
  warnOfFaults(session, library);
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
      "  {}{}{}: {}{}{}\n",
      padded(std::string(profiles::wordFor(profiles::kDirections, port.direction)), 6),
      padded(port.name, 26), profiles::wordFor(profiles::kConnectors, port.connector), signals,
      balance, receiver);
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
  const Library library = Library::load(profiles::locations());
  warnOfFaults(session, library);
  const Library::Entry* entry = library.find(id);
  if (entry == nullptr) {
    return fail(ErrorCode::notFound,
                "There is no profile with this id; `linecheck-cli profiles list` names them all.",
                id);
  }
  if (session.json) {
    const auto file = json::parseFile(entry->file);
    if (!file) return fail(file.error());
    Object document{{"schema", "linecheck.profile/1"}};
    document.set("file", entry->file.string()).set("profile", file->root());
    session.out << json::toText(document) << '\n';
  } else {
    session.out << profileText(entry->profile);
  }
  return ExitCode::done;
}

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

void addProfiles(CLI::App& app, Session& session) {
  CLI::App* command = app.add_subcommand("profiles", "The device profiles: list, show, validate");
  command->require_subcommand(1);

  auto words = std::make_shared<std::vector<std::string>>();
  CLI::App* listing = command->add_subcommand("list", "All profiles, or those that fit some words");
  listing->add_option("WORD", *words, "Maker, model or kind");
  listing->callback(
      [&session, words] { session.action = [&session, words] { return list(session, *words); }; });

  auto id = std::make_shared<std::string>();
  CLI::App* showing = command->add_subcommand("show", "One profile with all its figures");
  showing->add_option("ID", *id, "As `profiles list` names it")->required();
  showing->callback(
      [&session, id] { session.action = [&session, id] { return show(session, *id); }; });

  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* validating =
      command->add_subcommand("validate", "Check profile files and tell every fault in them");
  validating->add_option("FILE", *files, "The files")->required();
  validating->callback([&session, files] {
    session.action = [&session, files] { return validate(session, *files); };
  });
}

}  // namespace linecheck::cli
