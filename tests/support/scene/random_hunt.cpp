#include "support/scene/random_hunt.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "simulation/noise.h"
#include "support/chain/shipped_profiles.h"

namespace linecheck::simulation::testing {
namespace {

using namespace chain;  // NOLINT(google-build-using-namespace): all of it is theirs.

/// Numbers in a row from one seed.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : seed_(seed) {}
  double between(double low, double high) { return low + (high - low) * uniformAt(seed_, ++at_); }
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(between(0.0, static_cast<double>(count)));
  }
  bool chance(double probability) { return between(0.0, 1.0) < probability; }
  template <class List>
  auto& of(List& list) {
    return list[below(list.size())];
  }

 private:
  std::uint64_t seed_;
  std::uint64_t at_ = 0;
};

/// A device with the sockets that are used here.
struct Model {
  const char* profile;
  const char* unbalanced;  ///< Line output, or input of an amplifier or monitor; may be null.
  const char* balanced;
  const char* headphones;  ///< Of amplifiers.
  const char* pre;         ///< Output to monitors; of interfaces a second line output.
  double earthed;          ///< How often its mains plug is earthed, if it has one.
};

constexpr std::array kInterfaces{
    Model{"antelope-zen-go", "line-out", nullptr, nullptr, "monitor-out", 0.0},
    Model{"generic-audio-interface", nullptr, "line-out", nullptr, nullptr, 0.0},
    Model{"topping-e2x2-otg", nullptr, "line-out", nullptr, nullptr, 0.0},
    Model{"benchmark-dac3", "rca-out", "xlr-out", nullptr, nullptr, 1.0},
    Model{"generic-dac", "rca-out", "xlr-out", nullptr, nullptr, 0.2},
    Model{"audient-id4-mkii", nullptr, "line-out", nullptr, nullptr, 0.0},
};
constexpr std::array kAmplifiers{
    Model{"topping-l30-ii", "line-in", nullptr, "headphones", "pre-out", 0.0},
    Model{"topping-l30", "line-in", nullptr, "headphones", "pre-out", 0.0},
    Model{"generic-headphone-amplifier", "line-in", nullptr, "headphones", "line-out", 0.3},
    Model{"smsl-sh-6", "line-in", nullptr, "headphones", "pre-out", 0.5},
    Model{"jds-labs-atom-amp-plus", "rca-in", nullptr, "headphones", "pre-out", 0.0},
    Model{"topping-l70", "rca-in", "xlr-in", "headphones-6-35", "rca-pre-out", 0.7},
};
constexpr std::array kMonitors{
    Model{"adam-t7v", "rca-in", "xlr-in", nullptr, nullptr, 0.9},
    Model{"generic-active-monitors", "rca-in", "xlr-in", nullptr, nullptr, 0.7},
    Model{"jbl-305p-mkii", nullptr, "xlr-in", nullptr, nullptr, 0.9},
};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : dice_(seed) {}

  RandomHunt make() {
    hunt_.chain.name = "Random desk";
    hunt_.chain.mains.frequency = Hertz::of(dice_.chance(0.7) ? 50.0 : 60.0);
    hunt_.chain.mains.hasWorkingEarth = !dice_.chance(0.05);
    addPower();
    addSound();
    if (dice_.chance(0.15)) {
      GroundLead lead;
      lead.id = GroundLeadId("network");
      lead.kind = GroundLead::Kind::network;
      lead.device = DeviceId("computer");
      lead.isIsolated = dice_.chance(0.7);
      hunt_.chain.groundLeads.push_back(lead);
    }
    hunt_.seed = static_cast<std::uint64_t>(dice_.below(1'000'000'000));
    return hunt_;
  }
  Dice& dice() { return dice_; }

 private:
  void addPower() {
    static const std::array kCircuits{"kitchen", "living room"};
    const std::size_t outlets = 1 + dice_.below(3);
    for (std::size_t i = 0; i < outlets; ++i) {
      PowerPoint outlet;
      outlet.id = PowerPointId("outlet-" + std::to_string(i + 1));
      outlet.circuit = dice_.of(kCircuits);
      hunt_.chain.powerPoints.push_back(outlet);
      if (i > 0 && dice_.chance(0.4)) {
        feeds_.push_back(outlet.id);
        continue;
      }
      PowerPoint strip;
      strip.id = PowerPointId("strip-" + std::to_string(i + 1));
      strip.kind = dice_.chance(0.1)   ? PowerPoint::Kind::conditioner
                   : dice_.chance(0.1) ? PowerPoint::Kind::ups
                                       : PowerPoint::Kind::strip;
      hunt_.chain.powerPoints.push_back(strip);
      lead(outlet.id, strip.id, strip.id.text());
      feeds_.push_back(strip.id);
    }
  }

  template <class To>
  void lead(const PowerPointId& from, const To& to, const std::string& name) {
    PowerLead made;
    made.id = PowerLeadId(name + "-power");
    made.from = from;
    made.to = to;
    hunt_.chain.powerLeads.push_back(std::move(made));
  }

  Device& device(const std::string& id, const char* profileId, double earthed,
                 const char* headphones = nullptr) {
    Device made;
    made.id = DeviceId(id);
    made.profile = profileId;
    const profiles::Profile* profile = chain::testing::shippedProfile(profileId);
    if (!profile) throw std::runtime_error("no such profile");
    using profiles::Supply;
    const bool isUnknown = !profile->power;
    const bool isMains = isUnknown || profile->power->supply == Supply::internalMains ||
                         profile->power->supply == Supply::externalAdapter;
    if (isMains && profile->kind != profiles::Kind::headphones) {
      made.hasEarthContact = dice_.chance(earthed);
      lead(dice_.of(feeds_), made.id, id);
    }
    for (const profiles::Control& control : profile->controls) {
      const auto* mode = std::get_if<profiles::ModeSwitch>(&control.action);
      const auto* lift = std::get_if<profiles::GroundLift>(&control.action);
      if (lift) made.settings[control.id] = Position{lift->groundedName};
      if (!mode) continue;
      const auto worth = [&](const profiles::ModeSwitch::Position& position) {
        const auto& outputs = position.outputs;
        const bool hasHeadphones =
            headphones && std::find(outputs.begin(), outputs.end(), headphones) != outputs.end();
        return std::pair(hasHeadphones, outputs.size());
      };
      const auto most = std::max_element(
          mode->positions.begin(), mode->positions.end(),
          [&](const auto& one, const auto& other) { return worth(one) < worth(other); });
      if (most != mode->positions.end()) made.settings[control.id] = Position{most->name};
    }
    return hunt_.chain.devices.emplace_back(std::move(made));
  }

  Cable& cable(const std::string& id, CableKind kind, const std::string& from,
               const std::string& fromPort, const std::string& to, const std::string& toPort) {
    Cable made;
    made.id = CableId(id);
    made.kind = kind;
    made.from.socket = {DeviceId(from), fromPort, {}};
    made.to.socket = {DeviceId(to), toPort, {}};
    made.length = Metres::of(0.5 * static_cast<double>(1 + dice_.below(8)));
    if (kind == CableKind::analogue) {
      if (dice_.chance(0.25)) made.beside.insert(Neighbour::powerCable);
      if (dice_.chance(0.2)) made.beside.insert(Neighbour::plugInSupply);
    }
    return hunt_.chain.cables.emplace_back(std::move(made));
  }

  /// An analogue line; balanced where both ends can be, in most cases.
  void line(const std::string& id, const std::string& from, const Model& source,
            const std::string& to, const Model& sink) {
    const bool canBalance = source.balanced && sink.balanced;
    const bool isBalanced =
        canBalance && (!(source.unbalanced && sink.unbalanced) || dice_.chance(0.5));
    const char* out = isBalanced || !source.unbalanced ? source.balanced : source.unbalanced;
    const char* in = isBalanced || !sink.unbalanced ? sink.balanced : sink.unbalanced;
    cable(id, CableKind::analogue, from, out, to, in).isBalanced = isBalanced;
  }

  void addSound() {
    Device& computer = dice_.chance(0.6) ? device("computer", "generic-desktop-computer", 1.0)
                                         : device("computer", "generic-laptop", 0.5);
    computer.computer.emplace().isOnBattery = false;
    const Model& interface = dice_.of(kInterfaces);
    device("interface", interface.profile, interface.earthed);
    cable("usb", CableKind::usb, "computer", "usb-a", "interface", "usb");

    const Model* source = &interface;
    std::string from = "interface";
    static constexpr Model kPreamplifierIn{"", "rca-in", "xlr-in", nullptr, nullptr, 0.0};
    static constexpr Model kPreamplifierOut{"", "rca-out", "xlr-out", nullptr, nullptr, 0.0};
    if (dice_.chance(0.25)) {
      device("preamplifier", "generic-preamplifier", 0.6);
      line("line-1", from, *source, "preamplifier", kPreamplifierIn);
      source = &kPreamplifierOut;
      from = "preamplifier";
    }
    const Model& amplifier = dice_.of(kAmplifiers);
    device("amplifier", amplifier.profile, amplifier.earthed, amplifier.headphones);
    line("line-2", from, *source, "amplifier", amplifier);
    device("headphones", "neuropunk-m1", 0.0);
    cable("headphone-cable", CableKind::headphone, "amplifier", amplifier.headphones, "headphones",
          "plug");
    hunt_.listening = {DeviceId("amplifier"), amplifier.headphones, {}};
    addMonitors(interface, amplifier);
  }

  void addMonitors(const Model& interface, const Model& amplifier) {
    if (dice_.chance(0.1)) return;
    const Model& monitor = dice_.of(kMonitors);
    const bool isPair = dice_.chance(0.6);
    const bool isBehindAmplifier = monitor.unbalanced && amplifier.pre && dice_.chance(0.6);
    for (int i = 0; i < (isPair ? 2 : 1); ++i) {
      const std::string id = i == 0 ? "monitor-left" : "monitor-right";
      device(id, monitor.profile, monitor.earthed);
      Model out{"", nullptr, nullptr, nullptr, nullptr, 0.0};
      if (isBehindAmplifier) {
        out.unbalanced = amplifier.pre;
      } else if (interface.pre) {
        out.balanced = interface.pre;
      } else {
        // The line outputs are in use: monitors hang on the others, where there are any.
        const Cable& used = hunt_.chain.cables[1];
        const bool isBalancedFree =
            used.from.socket.port != std::string(interface.balanced ? interface.balanced : "");
        out.balanced = isBalancedFree ? interface.balanced : nullptr;
        out.unbalanced = isBalancedFree || !monitor.unbalanced ? nullptr : interface.unbalanced;
      }
      if (!out.balanced && !out.unbalanced) {
        // Nothing to plug it into: it goes with the amplifier.
        if (!amplifier.pre || !monitor.unbalanced) {
          hunt_.chain.devices.pop_back();
          std::erase_if(hunt_.chain.powerLeads, [&](const PowerLead& lead) {
            const auto* to = std::get_if<DeviceId>(&lead.to);
            return to && to->text() == id;
          });
          return;
        }
        out.unbalanced = amplifier.pre;
      }
      const std::string from =
          out.unbalanced == amplifier.pre && out.unbalanced ? "amplifier" : "interface";
      line(id + "-cable", from, out, id, monitor);
      if (isPair) hunt_.chain.cables.back().from.socket.index = i;
    }
  }

  Dice dice_;
  RandomHunt hunt_;
  std::vector<PowerPointId> feeds_;
};

// A fault may be this much worse than is usual.
constexpr Decibels kWorst = Decibels::of(45.0);
// Of several places of one cause the faintest are left out.
constexpr Decibels kFaintPlace = Decibels::of(-15.0);

constexpr DecibelsFs kFaintest = DecibelsFs::of(-85.0);
constexpr DecibelsFs kFaintestHiss = DecibelsFs::of(-82.0);
constexpr DecibelsFs kFaintestInterface = DecibelsFs::of(-98.0);

void plant(RandomHunt& hunt, Dice& dice) {
  const auto possible =
      Scene::possibleFaults(hunt.chain, shippedLookup(), hunt.listening, hunt.seed);
  if (!possible) throw std::runtime_error(possible.error().message());
  const Decibels loudness = Decibels::of(dice.between(0.0, 35.0));
  const auto wantedOf = [&](NoiseKind cause) {
    if (cause == NoiseKind::converterNoise) return kFaintestInterface + 0.3 * loudness;
    return (cause == NoiseKind::hiss ? kFaintestHiss + 0.6 * loudness : kFaintest + loudness);
  };
  std::map<NoiseKind, std::vector<PossibleFault>> byCause;
  for (const PossibleFault& fault : *possible) {
    if (wantedOf(fault.fault.cause) - fault.level > kWorst) continue;
    byCause[fault.fault.cause].push_back(fault);
  }
  std::vector<NoiseKind> causes;
  for (auto& [cause, faults] : byCause) {
    const DecibelsFs loudest =
        std::max_element(faults.begin(), faults.end(), [](const auto& a, const auto& b) {
          return a.level < b.level;
        })->level;
    std::erase_if(faults, [&](const auto& one) { return one.level - loudest < kFaintPlace; });
    causes.push_back(cause);
  }
  const PossibleFault& chosen = dice.of(byCause[dice.of(causes)]);
  hunt.fault = chosen.fault;
  hunt.fault.strength = wantedOf(chosen.fault.cause) - chosen.level;
}

}  // namespace

Scene RandomHunt::scene() const {
  auto made = Scene::make(chain, shippedLookup(), listening, fault, seed);
  if (!made) throw std::runtime_error(made.error().message());
  return *std::move(made);
}

chain::ProfileLookup shippedLookup() {
  return [](std::string_view id) { return chain::testing::shippedProfile(id); };
}

RandomHunt randomHunt(std::uint64_t seed) {
  Maker maker(seed);
  RandomHunt hunt = maker.make();
  hunt.isBaselineKnown = maker.dice().chance(0.5);
  plant(hunt, maker.dice());
  return hunt;
}

}  // namespace linecheck::simulation::testing
