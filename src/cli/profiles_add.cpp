#include <fmt/format.h>

#include <memory>
#include <ostream>

#include "base/number_text.h"
#include "cli/profiles_edit.h"
#include "cli/word_option.h"
#include "profiles/new_profile.h"
#include "profiles/vocabulary.h"

namespace linecheck::cli {
namespace {

using Reference = profiles::Sensitivity::Reference;

struct Wishes {
  std::optional<profiles::Kind> kind;
  std::optional<profiles::Driver> driver;
  std::optional<profiles::Confidence> confidence;
  std::optional<Reference> reference;
  std::string maker, model, id, line;
  profiles::Source source;
  std::string where, note;
  bool mayReplace = false;
  bool isTrial = false;
};

/// What each answer would mean, for whoever has to give it.
void tellReadings(const Session& session, const profiles::SpecLine& line) {
  std::optional<Ohms> impedance;
  if (line.impedance && line.impedance->value) {
    impedance = Ohms::of(*line.impedance->value * (line.impedance->unit == "kohm" ? 1000.0 : 1.0));
  }
  for (const auto& reading : profiles::sensitivityReadings(line.sensitivity->level, impedance)) {
    const bool isVolt = reading.reference == Reference::volt;
    session.err << fmt::format("  --reference {}: {}", isVolt ? "v " : "mw",
                               profiles::toText(reading.written));
    if (reading.inOtherUnit) {
      session.err << fmt::format(
          ", which is {}", numberText(reading.inOtherUnit->value(), 1, isVolt ? "dB/mW" : "dB/V"));
    }
    session.err << '\n';
  }
}

Result<ExitCode> add(const Session& session, const Wishes& wishes) {
  const profiles::SpecLine line = profiles::parseSpecLine(wishes.line);
  const profiles::Provenance provenance{wishes.source, wishes.where, *wishes.confidence,
                                        wishes.note};
  profiles::Profile profile =
      profiles::newProfile(*wishes.kind, wishes.maker, wishes.model, provenance);
  if (!wishes.id.empty()) profile.id = wishes.id;
  if (wishes.driver) {
    if (!profile.headphones) {
      return fail(ErrorCode::usage, "Only headphones have a driver.", "--driver");
    }
    profile.headphones->driver = *wishes.driver;
    profile.headphones->driverClaim.provenance = provenance;
  }
  Errors errors = profiles::takeOver(line, provenance, wishes.reference, profile);
  if (errors.empty()) errors = profiles::faultsOf(profile);
  if (!errors.empty()) {
    const ExitCode status = refuse(session, errors);
    if (profile.headphones && line.needsReference() && !wishes.reference && !session.json) {
      tellReadings(session, line);
    }
    return status;
  }
  for (const profiles::SpecRemark& remark : line.unused) {
    session.err << fmt::format("linecheck-cli: left out: “{}”: {}\n", remark.text, remark.what);
  }
  return saveAll(session, {profile},
                 wishes.mayReplace ? profiles::Clash::replaceAny : profiles::Clash::refuse,
                 wishes.isTrial);
}

}  // namespace

void addProfilesAdd(CLI::App& command, Session& session) {
  auto wishes = std::make_shared<Wishes>();
  CLI::App* adding =
      command.add_subcommand("add", "Make a profile of your own from a line of figures");
  addWord(*adding, "--kind", wishes->kind, profiles::kKinds, "What it is")->required();
  adding->add_option("--maker", wishes->maker, "As on the device")->required();
  adding->add_option("--model", wishes->model, "As on the device")->required();
  adding->add_option("--spec", wishes->line, "Its figures, such as \"300 Ω, 97 dB/mW\"")
      ->required();
  adding->add_option("--source", wishes->source.citation, "Where they come from")->required();
  addWord(*adding, "--confidence", wishes->confidence, profiles::kConfidences, "How sure they are")
      ->required();
  addWord(*adding, "--reference", wishes->reference, kReferenceWords,
          "What a sensitivity in plain dB is for: 1 mW or 1 V");
  addWord(*adding, "--driver", wishes->driver, profiles::kDrivers, "Of headphones");
  adding->add_option("--url", wishes->source.url, "The address of the source");
  adding->add_option("--where", wishes->where, "Section, page or row in the source");
  adding->add_option("--note", wishes->note, "What else must be known");
  adding->add_option("--id", wishes->id, "Made from maker and model if you give none");
  adding->add_flag("--replace", wishes->mayReplace,
                   "Replace your profile where you have one already");
  adding->add_flag("--dry-run", wishes->isTrial, "Check everything and save nothing");
  adding->callback([&session, wishes] {
    session.action = [&session, wishes] { return add(session, *wishes); };
  });
}

}  // namespace linecheck::cli
