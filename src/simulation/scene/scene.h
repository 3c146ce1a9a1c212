#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/place.h"
#include "chain/situation.h"
#include "simulation/noise_source.h"
#include "simulation/scene/scene_sound.h"

namespace linecheck::simulation {

/// What is wrong at a desk.
struct SceneFault {
  NoiseKind cause = NoiseKind::groundLoop;
  /// Where it comes from; see `possibleFaults`.
  chain::Place where;
  Decibels strength;  ///< Over what is usual for such a place.

  bool operator==(const SceneFault&) const = default;
};

/// A fault of usual strength, with the level at which it is heard.
struct PossibleFault {
  SceneFault fault;
  DecibelsFs level;
};

/// A desk with one fault, as it sounds at one of its outputs in any situation that somebody brings
/// about in search of it. Levels come from the desk's physics: loop currents by Kirchhoff's laws,
/// fields by length and neighbours, supplies by their kind; full scale is kFullScale. All that is
/// not known of a desk is drawn from the seed, each part's own, so that a moved cable or another
/// USB port helps as much or as little as it did the last time. Small amounts of the other causes
/// are always there, 25–45 dB below the fault, and the noise of the interface that hears it. A
/// copy hears the same. Thread-safe: yes.
class Scene {
 public:
  /// The RMS of a sine at 0 dBFS.
  static constexpr Volts kFullScale = Volts::of(2.0);

  /// All that can be heard at `at` and be wrong there, by cause, then by place. `notFound` if there
  /// is no such output. The interface's own noise is among them.
  [[nodiscard]] static Result<std::vector<PossibleFault>> possibleFaults(
      const chain::Chain& chain, const chain::ProfileLookup& lookup, const chain::Socket& at,
      std::uint64_t seed);

  /// `lookup` outlives the scene. `notFound` if there is no such output, or the fault could not be
  /// heard there.
  [[nodiscard]] static Result<Scene> make(const chain::Chain& chain,
                                          const chain::ProfileLookup& lookup,
                                          const chain::Socket& at, const SceneFault& fault,
                                          std::uint64_t seed);
  /// Nothing is wrong: the other causes are 25–45 dB below −75 dBFS, or as usual if that is less.
  [[nodiscard]] static Result<Scene> clean(const chain::Chain& chain,
                                           const chain::ProfileLookup& lookup,
                                           const chain::Socket& at, std::uint64_t seed);

  [[nodiscard]] const chain::Situation& start() const { return start_; }
  [[nodiscard]] const SceneFault& fault() const { return fault_; }
  [[nodiscard]] const chain::Socket& listening() const { return at_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }

  /// RMS of what arrives of each cause, silent ones left out.
  [[nodiscard]] std::map<NoiseKind, DecibelsFs> levels(const chain::Situation& situation) const;
  /// That of one; silent if nothing arrives.
  [[nodiscard]] DecibelsFs level(NoiseKind cause, const chain::Situation& situation) const;

  /// What is heard: `levels` and the interface's own noise. From one `take` to the next each cause
  /// wanders by a quarter of a decibel, as the mains does.
  [[nodiscard]] NoiseGains heard(const chain::Situation& situation, std::uint64_t take = 0) const;
  /// The interface alone, its output straight into its input.
  [[nodiscard]] NoiseGains baseline() const;
  /// The noises themselves.
  [[nodiscard]] SceneSound sound(int sampleRate) const;

 private:
  struct Origin {
    NoiseKind cause = NoiseKind::groundLoop;
    chain::Place where;
    auto operator<=>(const Origin&) const = default;
  };

  Scene(const chain::Chain& chain, chain::ProfileLookup lookup, chain::Socket at,
        std::uint64_t seed);
  void setFactors(Volts loudest);

  chain::ProfileLookup lookup_;
  chain::Situation start_;
  chain::Socket at_;
  SceneFault fault_;
  bool isClean_ = false;
  std::uint64_t seed_ = 1;
  std::map<Origin, double> factors_;  ///< Against what is usual.
};

}  // namespace linecheck::simulation
