#include "dsp/fft.h"

#include <fftw3.h>

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

}  // namespace

struct RealFft::Plan {
  explicit Plan(std::size_t n)
      : length(n), in(allocate<double>(n)), out(allocate<std::complex<double>>(n / 2 + 1)) {
    const std::lock_guard lock(plannerMutex());
    plan = fftw_plan_dft_r2c_1d(static_cast<int>(n), in.get(),
                                reinterpret_cast<fftw_complex*>(out.get()),
                                FFTW_ESTIMATE | FFTW_PRESERVE_INPUT);
    for (std::size_t i = 0; i < n; ++i) in[i] = 0.0;
  }
  ~Plan() {
    const std::lock_guard lock(plannerMutex());
    fftw_destroy_plan(plan);
  }
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  std::size_t length;
  std::unique_ptr<double[], FftwFree> in;
  std::unique_ptr<std::complex<double>[], FftwFree> out;
  fftw_plan plan = nullptr;
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
  fftw_execute(plan_->plan);
  return {plan_->out.get(), bins()};
}

}  // namespace linecheck::dsp
