#include "profiles/new_profile.h"

#include <fmt/format.h>

#include <algorithm>

#include "json/document.h"
#include "profiles/figure_maker.h"
#include "profiles/loader.h"
#include "profiles/outputs.h"
#include "profiles/writer.h"

namespace linecheck::profiles {
namespace {

/// Collects figures, and faults for those that cannot be made.
class Maker {
 public:
  Maker(const Provenance& provenance, Errors& errors) : provenance_(provenance), errors_(errors) {}

  template <class T, std::size_t N>
  std::optional<Figure<T>> make(const Written& written, const std::array<Unit<T>, N>& units,
                                std::optional<Weighting> weighting = std::nullopt) {
    auto figure = makeFigure(written, units, provenance_);
    if (!figure) {
      tell(figure.error().what);
      return std::nullopt;
    }
    figure->weighting = weighting;
    return *std::move(figure);
  }
  void tell(std::string what) { errors_.push_back({ErrorCode::badInput, std::move(what), {}}); }

 private:
  const Provenance& provenance_;
  Errors& errors_;
};

void takeHeadphones(const SpecLine& line, std::optional<Sensitivity::Reference> reference,
                    Headphones& headphones, Maker& maker) {
  if (!line.powers.empty() || line.outputImpedance || line.maximumLevel || line.noise ||
      line.signalToNoise || line.dynamicRange) {
    maker.tell("The line has figures of an amplifier, which headphones do not have.");
  }
  if (line.impedance) headphones.impedance = maker.make(*line.impedance, kResistanceUnits);
  if (!line.sensitivity) return;
  if (line.sensitivity->reference) reference = line.sensitivity->reference;
  if (!reference) {
    maker.tell(
        "The line does not say whether the sensitivity is per mW or per V. Look it up: "
        "one is not the other.");
    return;
  }
  headphones.sensitivity =
      maker.make(withReference(line.sensitivity->level, *reference), kSensitivityUnits);
}

void takeOutput(const SpecLine& line, Port& port, Maker& maker) {
  if (line.impedance || line.sensitivity) {
    maker.tell(
        "The line has figures of headphones. For the impedance of an output write “output "
        "impedance”.");
  }
  if (line.outputImpedance) port.impedance = maker.make(*line.outputImpedance, kResistanceUnits);
  if (line.maximumLevel) port.maximumLevel = maker.make(*line.maximumLevel, kLevelUnits);
  if (line.noise) port.noise = maker.make(line.noise->level, kNoiseUnits, line.noise->weighting);
  for (const SpecPower& entry : line.powers) {
    auto power = maker.make(entry.power, kPowerUnits);
    if (power) port.powerInto.push_back({entry.load, "", *std::move(power)});
  }
  if (line.signalToNoise) {
    port.figures.signalToNoise =
        maker.make(line.signalToNoise->level, kGainUnits, line.signalToNoise->weighting);
  }
  if (line.dynamicRange) {
    port.figures.dynamicRange =
        maker.make(line.dynamicRange->level, kGainUnits, line.dynamicRange->weighting);
  }
}

}  // namespace

std::string idFor(std::string_view maker, std::string_view model) {
  const std::string id = idPart(std::string(maker) + ' ' + std::string(model));
  return id.empty() ? "device" : id;
}

Profile newProfile(Kind kind, const std::string& maker, const std::string& model,
                   const Provenance& provenance) {
  Profile profile;
  profile.id = idFor(maker, model);
  profile.kind = kind;
  profile.maker = maker;
  profile.model = model;
  if (kind != Kind::headphones) return profile;
  Provenance notStated = provenance;
  notStated.confidence = Confidence::estimate;
  notStated.note = "Not stated.";
  profile.headphones.emplace().driverClaim.provenance = notStated;
  Port plug;
  plug.id = "plug";
  plug.name = "Plug";
  plug.channels = 2;
  plug.signals = {Signal::headphone};
  plug.claim.provenance = notStated;
  profile.ports.push_back(std::move(plug));
  return profile;
}

bool canFeedHeadphones(Kind kind) {
  switch (kind) {
    case Kind::computer:
    case Kind::onboardAudio:
    case Kind::audioInterface:
    case Kind::dac:
    case Kind::headphoneAmplifier:
    case Kind::preamplifier:
      return true;
    default:
      return false;
  }
}

Errors takeOver(const SpecLine& line, const Provenance& provenance,
                std::optional<Sensitivity::Reference> reference, Profile& profile) {
  Errors errors;
  Maker maker(provenance, errors);
  for (const SpecRemark& fault : line.faults) {
    errors.push_back({ErrorCode::badInput, fault.what, fmt::format("“{}”", fault.text)});
  }
  if (line.isEmpty() && errors.empty()) maker.tell("There is no figure in this line.");
  Profile changed = profile;
  if (changed.headphones) {
    takeHeadphones(line, reference, *changed.headphones, maker);
  } else if (canFeedHeadphones(profile.kind)) {
    const auto it = std::ranges::find_if(changed.ports, isHeadphoneOutput);
    Port& port =
        it != changed.ports.end() ? *it : addHeadphoneOutput(changed, "Headphones", provenance);
    takeOutput(line, port, maker);
  } else {
    maker.tell("Devices of this kind have no headphone output that these figures could belong to.");
  }
  if (errors.empty()) profile = std::move(changed);
  return errors;
}

Errors faultsOf(const Profile& profile) {
  const auto document = json::parse(toFileText(profile), profile.id);
  if (!document) return {document.error()};
  const auto again = load(*document);
  return again ? Errors{} : again.error();
}

}  // namespace linecheck::profiles
