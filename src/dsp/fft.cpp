#include "dsp/fft.h"

#include <fftw3.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <new>

#include "base/check.h"

namespace linecheck::dsp {
namespace {

// FFTW's planner keeps global state and is not thread-safe; execution is.
std::mutex& plannerMutex() {
  static std::mutex mutex;
  return mutex;
}

struct FftwFree {
  void operator()(void* memory) const { fftw_free(memory); }
};

template <class T>
std::unique_ptr<T[], FftwFree> allocate(std::size_t count) {
  void* memory = fftw_malloc(count * sizeof(T));
  if (memory == nullptr) throw std::bad_alloc();
  return std::unique_ptr<T[], FftwFree>(static_cast<T*>(memory));
}

fftw_plan makePlan(std::size_t length, double* in, std::complex<double>* out) {
  return fftw_plan_dft_r2c_1d(static_cast<int>(length), in, reinterpret_cast<fftw_complex*>(out),
                              FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
}

// The first plans of moderate lengths are kept for good: one signal is analysed after another, and
// planning costs as much as some transforms. Executing one plan from several threads is allowed.
constexpr std::size_t kLongestKept = std::size_t{1} << 18;
constexpr std::size_t kMostKept = 64;

// Null where a plan of this length is not to be kept.
fftw_plan keptPlan(std::size_t length, double* in, std::complex<double>* out) {
  // Never destroyed: a RealFft that is static itself may outlive it.
  static auto& plans = *new std::map<std::size_t, fftw_plan>;
  if (const auto known = plans.find(length); known != plans.end()) return known->second;
  if (length > kLongestKept || plans.size() >= kMostKept) return nullptr;
  return plans[length] = makePlan(length, in, out);
}

}  // namespace

struct RealFft::Plan {
  explicit Plan(std::size_t n)
      : length(n), in(allocate<double>(n)), out(allocate<std::complex<double>>(n / 2 + 1)) {
    const std::lock_guard lock(plannerMutex());
    plan = keptPlan(n, in.get(), out.get());
    isOwn = plan == nullptr;
    if (isOwn) plan = makePlan(n, in.get(), out.get());
    std::fill_n(in.get(), n, 0.0);
  }
  ~Plan() {
    if (!isOwn) return;
    const std::lock_guard lock(plannerMutex());
    fftw_destroy_plan(plan);
  }
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  std::size_t length;
  std::unique_ptr<double[], FftwFree> in;
  std::unique_ptr<std::complex<double>[], FftwFree> out;
  fftw_plan plan = nullptr;
  bool isOwn = false;
};

RealFft::RealFft(std::size_t length) {
  const bool inRange = LC_VERIFY(length >= 1 && length <= kMaxLength);
  plan_ = std::make_unique<Plan>(inRange ? length : 1);
}
RealFft::~RealFft() = default;
RealFft::RealFft(RealFft&&) noexcept = default;
RealFft& RealFft::operator=(RealFft&&) noexcept = default;

std::size_t RealFft::length() const {
  return plan_->length;
}
std::size_t RealFft::bins() const {
  return plan_->length / 2 + 1;
}
std::span<double> RealFft::input() {
  return {plan_->in.get(), plan_->length};
}

std::span<const std::complex<double>> RealFft::transform() {
  // A kept plan was made for other buffers, aligned like these.
  fftw_execute_dft_r2c(plan_->plan, plan_->in.get(),
                       reinterpret_cast<fftw_complex*>(plan_->out.get()));
  return {plan_->out.get(), bins()};
}

void RealFft::invert(std::span<const std::complex<double>> spectrum, std::span<double> signal) {
  const std::size_t n = length();
  if (!LC_VERIFY(spectrum.size() == bins() && signal.size() == n)) return;
  // The Hartley transform, real − imaginary part, is its own inverse: one plan serves both ways.
  const auto in = input();
  in[0] = spectrum[0].real();
  if (n % 2 == 0) in[n / 2] = spectrum[n / 2].real();
  for (std::size_t k = 1; 2 * k < n; ++k) {
    in[k] = spectrum[k].real() - spectrum[k].imag();
    in[n - k] = spectrum[k].real() + spectrum[k].imag();
  }
  const auto out = transform();
  const double scale = 1.0 / static_cast<double>(n);
  signal[0] = scale * out[0].real();
  if (n % 2 == 0) signal[n / 2] = scale * out[n / 2].real();
  for (std::size_t k = 1; 2 * k < n; ++k) {
    signal[k] = scale * (out[k].real() - out[k].imag());
    signal[n - k] = scale * (out[k].real() + out[k].imag());
  }
}

}  // namespace linecheck::dsp
