#include "simulation/scene/scene.h"

#include <algorithm>
#include <cmath>

#include "simulation/scene/arrivals.h"

namespace linecheck::simulation {
namespace {

constexpr Decibels kLoudestOther = Decibels::of(-25.0);
constexpr Decibels kFaintestOther = Decibels::of(-45.0);
constexpr Decibels kWander = Decibels::of(0.25);
constexpr DecibelsFs kCleanReference = DecibelsFs::of(-75.0);
constexpr DecibelsFs kQuietestInterface = DecibelsFs::of(-116.0);
constexpr DecibelsFs kNoisiestInterface = DecibelsFs::of(-106.0);

Arrivals arrivalsIn(const chain::Chain& start, const chain::Situation& situation,
                    const chain::ProfileLookup& lookup, const chain::Socket& at,
                    const Draws& draws) {
  const chain::Desk before(start, lookup);
  const chain::Desk desk(situation.chain, lookup);
  const Standing standing{before, desk, situation, draws};
  const ListeningWay way(standing, at);
  const SceneGrounds grounds(standing);
  return arrivalsAt({standing, way, grounds});
}

DecibelsFs levelOf(double volts) {
  return DecibelsFs::of(20.0 * std::log10(volts / Scene::kFullScale.value()));
}

double voltsOf(DecibelsFs level) {
  return Scene::kFullScale.value() * sinePeakFromDbfs(level);
}

DecibelsFs interfaceNoise(const Draws& draws) {
  return DecibelsFs::of(
      draws.between("interface noise", kQuietestInterface.value(), kNoisiestInterface.value()));
}

/// The converter whose noise is heard: the first that there is.
chain::Place interfaceOf(const chain::Desk& desk) {
  for (const chain::Device& device : desk.chain().devices) {
    if (profiles::isConverter(desk.kind(device.id))) return chain::Place(device.id);
  }
  return {};
}

double& gainOf(NoiseGains& gains, NoiseKind kind) {
  const auto* const place = std::find(kNoiseKinds.begin(), kNoiseKinds.end(), kind);
  return gains.at(static_cast<std::size_t>(place - kNoiseKinds.begin()));
}

Result<void> checkOutput(const chain::Desk& desk, const chain::Socket& at) {
  const profiles::Port* port = desk.port(at);
  if (port && port->direction != profiles::Direction::in) return {};
  return fail(ErrorCode::notFound, "There is no such output to listen at.",
              at.device.text() + ':' + at.port);
}

}  // namespace

Scene::Scene(const chain::Chain& chain, chain::ProfileLookup lookup, chain::Socket at,
             std::uint64_t seed)
    : lookup_(std::move(lookup)), at_(std::move(at)), seed_(seed) {
  start_.chain = chain;
}

Result<std::vector<PossibleFault>> Scene::possibleFaults(const chain::Chain& chain,
                                                         const chain::ProfileLookup& lookup,
                                                         const chain::Socket& at,
                                                         std::uint64_t seed) {
  const chain::Desk desk(chain, lookup);
  if (auto checked = checkOutput(desk, at); !checked) return fail(checked.error());
  const Draws draws(seed);
  chain::Situation start;
  start.chain = chain;
  std::vector<PossibleFault> faults;
  for (const Arrival& arrival : arrivalsIn(chain, start, lookup, at, draws)) {
    if (arrival.volts.value() <= 0.0) continue;
    faults.push_back({{arrival.cause, arrival.where, {}}, levelOf(arrival.volts.value())});
  }
  faults.push_back({{NoiseKind::converterNoise, interfaceOf(desk), {}}, interfaceNoise(draws)});
  std::sort(faults.begin(), faults.end(), [](const PossibleFault& a, const PossibleFault& b) {
    return std::tie(a.fault.cause, a.fault.where) < std::tie(b.fault.cause, b.fault.where);
  });
  return faults;
}

Result<Scene> Scene::make(const chain::Chain& chain, const chain::ProfileLookup& lookup,
                          const chain::Socket& at, const SceneFault& fault, std::uint64_t seed) {
  const auto possible = possibleFaults(chain, lookup, at, seed);
  if (!possible) return fail(possible.error());
  const auto found =
      std::find_if(possible->begin(), possible->end(), [&](const PossibleFault& one) {
        return one.fault.cause == fault.cause && one.fault.where == fault.where;
      });
  if (found == possible->end()) {
    return fail(ErrorCode::notFound, "Such a fault would not be heard at this desk.",
                fault.where.text());
  }
  Scene scene(chain, lookup, at, seed);
  scene.fault_ = fault;
  scene.setFactors(Volts::of(voltsOf(found->level + fault.strength)));
  return scene;
}

Result<Scene> Scene::clean(const chain::Chain& chain, const chain::ProfileLookup& lookup,
                           const chain::Socket& at, std::uint64_t seed) {
  const chain::Desk desk(chain, lookup);
  if (auto checked = checkOutput(desk, at); !checked) return fail(checked.error());
  Scene scene(chain, lookup, at, seed);
  scene.isClean_ = true;
  scene.setFactors(Volts::of(voltsOf(kCleanReference)));
  return scene;
}

void Scene::setFactors(Volts loudest) {
  const Draws draws(seed_);
  for (const Arrival& arrival : arrivalsIn(start_.chain, start_, lookup_, at_, draws)) {
    double& factor = factors_[{arrival.cause, arrival.where}];
    if (!isClean_ && arrival.cause == fault_.cause && arrival.where == fault_.where) {
      factor = fault_.strength.amplitudeRatio();
      continue;
    }
    const double below =
        draws
            .between("other " + std::string(noiseKindId(arrival.cause)) + arrival.where.text(),
                     kFaintestOther, kLoudestOther)
            .amplitudeRatio();
    const double volts = arrival.volts.value();
    // What cannot be heard now might be once somebody replugs.
    factor = volts > 0.0 ? std::min(1.0, below * loudest.value() / volts) : below;
  }
}

std::map<NoiseKind, DecibelsFs> Scene::levels(const chain::Situation& situation) const {
  std::map<NoiseKind, double> powers;
  for (const Arrival& arrival : arrivalsIn(start_.chain, situation, lookup_, at_, Draws(seed_))) {
    const auto factor = factors_.find({arrival.cause, arrival.where});
    // A cable that somebody laid for a test has no fault of its own.
    const double volts =
        arrival.volts.value() *
        (factor == factors_.end() ? kFaintestOther.amplitudeRatio() : factor->second);
    if (volts > 0.0) powers[arrival.cause] += volts * volts;
  }
  std::map<NoiseKind, DecibelsFs> levels;
  for (const auto& [cause, power] : powers) levels[cause] = levelOf(std::sqrt(power));
  return levels;
}

DecibelsFs Scene::level(NoiseKind cause, const chain::Situation& situation) const {
  const auto all = levels(situation);
  const auto found = all.find(cause);
  return found == all.end() ? DecibelsFs::silence() : found->second;
}

NoiseGains Scene::heard(const chain::Situation& situation, std::uint64_t take) const {
  NoiseGains gains = baseline();
  const Draws draws(seed_);
  for (const auto& [cause, level] : levels(situation)) {
    const std::string wander = "take " + std::to_string(take) + std::string(noiseKindId(cause));
    gainOf(gains, cause) = sinePeakFromDbfs(level + draws.spread(wander, kWander));
  }
  return gains;
}

NoiseGains Scene::baseline() const {
  const bool isFault = !isClean_ && fault_.cause == NoiseKind::converterNoise;
  const DecibelsFs level = interfaceNoise(Draws(seed_)) + (isFault ? fault_.strength : Decibels());
  NoiseGains gains{};
  gainOf(gains, NoiseKind::converterNoise) = sinePeakFromDbfs(level);
  return gains;
}

SceneSound Scene::sound(int sampleRate) const {
  Mains mains;
  mains.nominal = start_.chain.mains.frequency;
  return {seed_, mains, sampleRate};
}

}  // namespace linecheck::simulation
