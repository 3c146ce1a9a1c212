#include "cli/diagnose_captures.h"

#include <fmt/format.h>

#include <algorithm>

#include "audio/file/sound_file.h"
#include "base/number_text.h"

namespace linecheck::cli {
namespace {

constexpr int kMostChannels = 2;

std::string channelsText(std::size_t count) {
  return count == 1 ? "1 channel" : fmt::format("{} channels", count);
}

Result<void> checkSound(const audio::SoundFileInfo& info, const std::string& file,
                        std::optional<int> channel) {
  if (channel && *channel > info.channels) {
    return fail(ErrorCode::usage,
                fmt::format("There is no channel {}; the file has {}.", *channel, info.channels),
                file);
  }
  if (!channel && info.channels > kMostChannels) {
    return fail(ErrorCode::usage,
                fmt::format("The file has {} channels. Name the one to listen to with --channel.",
                            info.channels),
                file);
  }
  if (info.sampleRate < kLowestDiagnosisRate) {
    return fail(ErrorCode::unsupported,
                fmt::format("The sample rate of {} Hz is too low to tell causes apart. Capture at "
                            "44100 Hz or more.",
                            info.sampleRate),
                file);
  }
  const double seconds = static_cast<double>(info.frames) / info.sampleRate;
  if (seconds < kShortestDiagnosis) {
    return fail(ErrorCode::badInput,
                fmt::format("{} are too short. Capture 3 s or more.", numberText(seconds, 2, "s")),
                file);
  }
  return {};
}

}  // namespace

Seconds DiagnosisCapture::duration() const {
  return Seconds::of(static_cast<double>(channels.front().size()) / rate.value());
}

Result<DiagnosisCapture> readDiagnosisCapture(const std::string& file, std::optional<int> channel) {
  const auto sound = audio::readSoundFile<double>(file);
  if (!sound) return fail(sound.error());
  const audio::SoundFileInfo& info = sound->info;
  if (auto checked = checkSound(info, file, channel); !checked) return fail(checked.error());
  DiagnosisCapture capture{file, Hertz::of(info.sampleRate), {}};
  const int first = channel ? *channel - 1 : 0;
  const int last = channel ? first : info.channels - 1;
  bool isDead = true;
  for (int one = first; one <= last; ++one) {
    const std::vector<double>& samples = capture.channels.emplace_back(sound->channel(one));
    isDead = isDead && std::all_of(samples.begin(), samples.end(), [](double x) { return x == 0; });
  }
  if (isDead) {
    return fail(ErrorCode::measurementInvalid,
                "All samples are zero: the input was off or not chosen. Capture again.", file);
  }
  return capture;
}

Result<void> checkAlike(const DiagnosisCapture& first, const DiagnosisCapture& other) {
  if (first.rate != other.rate) {
    return fail(ErrorCode::badInput,
                fmt::format("The sample rate is {:.0f} Hz, and {:.0f} Hz in {}. Capture both at "
                            "one rate.",
                            other.rate.value(), first.rate.value(), first.file),
                other.file);
  }
  if (first.channels.size() != other.channels.size()) {
    return fail(ErrorCode::badInput,
                fmt::format("The file has {}, and {} has {}. Name one with --channel, or capture "
                            "both alike.",
                            channelsText(other.channels.size()), first.file,
                            channelsText(first.channels.size())),
                other.file);
  }
  return {};
}

}  // namespace linecheck::cli
