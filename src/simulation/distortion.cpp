#include "simulation/distortion.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace linecheck::simulation {
namespace {

/// A law from sample to sample, without memory.
template <class Law>
class Static final : public PathStage {
 public:
  explicit Static(Law law) : law_(law) {}

  void process(std::span<double> frames) noexcept override {
    for (double& sample : frames) sample = law_(sample);
  }
  void reset() noexcept override {}

 private:
  Law law_;
};

template <class Law>
std::unique_ptr<PathStage> makeStatic(Law law) {
  return std::make_unique<Static<Law>>(law);
}

}  // namespace

DecibelsFs Nonlinearity::harmonicLevel(int order, DecibelsFs input) const {
  const double a = sinePeakFromDbfs(input);
  switch (order) {
    case 1:
      return dbfsFromSinePeak(std::abs(a + 0.75 * cubic * a * a * a));
    case 2:
      return dbfsFromSinePeak(std::abs(0.5 * quadratic * a * a));
    case 3:
      return dbfsFromSinePeak(std::abs(0.25 * cubic * a * a * a));
    default:
      return DecibelsFs::silence();
  }
}

DecibelsFs Nonlinearity::productLevel(int order, DecibelsFs first, DecibelsFs second) const {
  const double a = sinePeakFromDbfs(first);
  const double b = sinePeakFromDbfs(second);
  if (order == 2) return dbfsFromSinePeak(std::abs(quadratic * a * b));
  if (order == 3) return dbfsFromSinePeak(std::abs(0.75 * cubic * a * a * b));
  return DecibelsFs::silence();
}

std::unique_ptr<PathStage> makeNonlinearity(const Nonlinearity& law) {
  if (law.quadratic == 0.0 && law.cubic == 0.0) return nullptr;
  return makeStatic([law](double x) { return x * (1.0 + x * (law.quadratic + x * law.cubic)); });
}

std::unique_ptr<PathStage> makeHardClip(DecibelsFs level) {
  const double limit = sinePeakFromDbfs(level);
  return makeStatic([limit](double x) { return std::clamp(x, -limit, limit); });
}

std::unique_ptr<PathStage> makeAmplifierClip(const AmplifierClipping& law) {
  if (!law.softness) return makeHardClip(law.level);
  const double limit = sinePeakFromDbfs(law.level);
  const double onset = sinePeakFromDbfs(law.level - *law.softness);
  return makeStatic([limit, onset](double x) {
    const double size = std::abs(x);
    if (size <= onset) return x;
    const double room = limit - onset;
    return std::copysign(onset + room * std::tanh((size - onset) / room), x);
  });
}

}  // namespace linecheck::simulation
