// What a comparison of many outputs with many headphones costs, with its verdicts and reasons.
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "bench/report.h"
#include "matching/match.h"
#include "profiles/library.h"

namespace linecheck::bench {
namespace {

using matching::Bounded;
using matching::Load;
using matching::Output;

/// Every figure known, half of them with bounds; amplifiers with three steps and a knob.
struct Synthetic {
  std::vector<Output> outputs;
  std::vector<Load> loads;

  explicit Synthetic(int count) {
    for (int i = 0; i < count; ++i) {
      outputs.push_back(output(i % 2 == 0));
      loads.push_back(load());
    }
  }

 private:
  template <class T>
  Bounded<T> figure(double low, double high) {
    const double nominal = std::uniform_real_distribution<double>(low, high)(engine_);
    if (engine_() % 2 == 0) return Bounded<T>::exactly(T::of(nominal));
    return {T::of(nominal), T::of(0.9 * nominal), T::of(1.1 * nominal)};
  }

  Output output(bool isAmplifier) {
    Output made;
    made.kind = isAmplifier ? profiles::Kind::headphoneAmplifier : profiles::Kind::audioInterface;
    made.isFed = isAmplifier;
    made.impedance = figure<Ohms>(0.1, 80.0);
    made.maximum = figure<Volts>(1.0, 10.0);
    made.ratings = {{Ohms::of(16.0), figure<Volts>(0.5, 8.0)},
                    {Ohms::of(300.0), figure<Volts>(1.0, 9.0)}};
    made.noise = figure<Volts>(3e-7, 3e-5);
    if (isAmplifier) {
      for (const double gain : {-12.0, 0.0, 12.0}) {
        made.steps.push_back({"step", Bounded<Decibels>::exactly(Decibels::of(gain))});
      }
    }
    made.knob = matching::Knob{profiles::VolumeTechnology::potentiometer, profiles::Taper::audio};
    return made;
  }

  Load load() {
    Load made;
    made.impedance = figure<Ohms>(16.0, 300.0);
    const auto level = figure<DecibelsSpl>(88.0, 118.0).nominal();
    made.sensitivity = {profiles::Sensitivity::perMilliwatt(*level), {}, {}};
    for (int i = 0; i < 100; ++i) {
      made.curve.push_back({Hertz::of(20.0 + 100.0 * i), *figure<Ohms>(16.0, 400.0).nominal()});
    }
    return made;
  }

  std::mt19937 engine_{1};
};

/// So that nothing is worked out in vain.
void keep(const matching::Match& match) {
  static volatile double sum = 0.0;
  sum = sum + match.weight;
}

void measureMatching(Report& report) {
  std::vector<Output> outputs;
  std::vector<Load> loads;
  const auto library = profiles::Library::load({LINECHECK_BENCH_PROFILES, {}});
  for (const auto& entry : library.entries()) {
    for (Output& output : matching::outputsOf(entry.profile)) outputs.push_back(std::move(output));
    if (auto load = matching::loadOf(entry.profile)) loads.push_back(*std::move(load));
  }
  const auto time = [&](const std::vector<Output>& from, const std::vector<Load>& into) {
    return 1e3 * medianSeconds(9, [&] { (void)matching::matchAll(from, into, {}); });
  };
  report.atMost("all " + std::to_string(outputs.size()) + " shipped outputs with all " +
                    std::to_string(loads.size()) + " headphones",
                time(outputs, loads), 20.0, "ms");
  const Synthetic many(1000);
  const double milliseconds =
      1e3 * medianSeconds(9, [&] {
        const matching::Comparison comparison(many.outputs, many.loads, {});
        for (std::size_t load = 0; load < many.loads.size(); ++load) {
          matching::Match best = comparison.at(0, load);
          for (std::size_t output = 1; output < many.outputs.size(); ++output) {
            const matching::Match other = comparison.at(output, load);
            if (better(other, best)) best = other;
          }
          keep(best);
        }
      });
  report.atMost("the best of 1,000 made-up outputs for each of 1,000 headphones", milliseconds,
                500.0, "ms");
}

const Registration kMatching{"matching", measureMatching};

}  // namespace
}  // namespace linecheck::bench
