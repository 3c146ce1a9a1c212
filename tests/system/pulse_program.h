#pragma once

#include <gtest/gtest.h>
#include <pulse/simple.h>

#include <array>
#include <string>

namespace linecheck::testing {

/// Another program that plays on a sink of the server that the environment names, or records from
/// a source.
class PulseProgram {
 public:
  PulseProgram(pa_stream_direction_t direction, const std::string& device) : direction_(direction) {
    const pa_sample_spec spec{PA_SAMPLE_S16LE, 44100, 2};
    int error = 0;
    stream_ = pa_simple_new(nullptr, "Player", direction, device.c_str(), "music", &spec, nullptr,
                            nullptr, &error);
    EXPECT_NE(stream_, nullptr) << error;
  }
  ~PulseProgram() {
    if (stream_ != nullptr) pa_simple_free(stream_);
  }
  PulseProgram(const PulseProgram&) = delete;
  PulseProgram& operator=(const PulseProgram&) = delete;

  /// Whether its sound still gets there, or comes: what it writes is played to the end.
  [[nodiscard]] bool isAlive() {
    std::array<char, 4096> samples{};
    int error = 0;
    if (direction_ == PA_STREAM_RECORD) {
      return pa_simple_read(stream_, samples.data(), samples.size(), &error) == 0;
    }
    return pa_simple_write(stream_, samples.data(), samples.size(), &error) == 0 &&
           pa_simple_drain(stream_, &error) == 0;
  }

 private:
  pa_stream_direction_t direction_;
  pa_simple* stream_ = nullptr;
};

}  // namespace linecheck::testing
