#include "dsp/kaiser.h"

#include "dsp/vector_code.h"

namespace linecheck::dsp {
namespace {

// A polynomial at each x.
LC_VECTOR_CODE void evaluate(const double* __restrict terms, std::size_t count,
                             const double* __restrict x, double* __restrict values) {
  constexpr std::size_t kLanes = 32;
  for (std::size_t first = 0; first < Kaiser::kStrip; first += kLanes) {
    std::array<double, kLanes> sums{};
    for (std::size_t k = count; k-- > 0;) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        sums[lane] = sums[lane] * x[first + lane] + terms[k];
      }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) values[first + lane] = sums[lane];
  }
}

}  // namespace

// I0(β·√x) = Σ (β²/4)^k·x^k / (k!)²
Kaiser::Kaiser(double beta) : terms_{1.0} {
  double sum = 1.0;
  const double quarter = beta * beta / 4.0;
  for (double k = 1.0; terms_.back() > sum * 1e-17; ++k) {
    terms_.push_back(terms_.back() * quarter / (k * k));
    sum += terms_.back();
  }
  for (double& term : terms_) term /= sum;
}

void Kaiser::fill(double position, double step, Strip& values) const {
  Strip x{};
  for (std::size_t i = 0; i < kStrip; ++i) {
    const double at = position + step * static_cast<double>(i);
    x[i] = 4.0 * at * (1.0 - at);
  }
  evaluate(terms_.data(), terms_.size(), x.data(), values.data());
}

}  // namespace linecheck::dsp
