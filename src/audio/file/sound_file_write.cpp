#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <fstream>
#include <system_error>

#include "audio/file/sndfile.h"
#include "audio/file/sound_file.h"
#include "base/path_text.h"

namespace linecheck::audio {
namespace {

// A WAV file's sizes are 32-bit; the header and comment need some of it.
constexpr std::uint64_t kMaxWavBytes = 0xFFFF'0000;

std::string lowerExtension(const std::filesystem::path& path) {
  std::string extension = pathText(path.extension());
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return extension;
}

Result<int> formatFor(const std::filesystem::path& path, std::optional<StoredSample> stored) {
  const std::string extension = lowerExtension(path);
  if (extension == ".wav") {
    return SF_FORMAT_WAV | (stored == StoredSample::pcm24 ? SF_FORMAT_PCM_24 : SF_FORMAT_FLOAT);
  }
  if (extension != ".flac") {
    return fail(ErrorCode::usage, "Only .wav and .flac files are written.", pathText(path));
  }
  if (stored == StoredSample::float32) {
    return fail(ErrorCode::unsupported, "FLAC has no floating-point samples: use .wav.",
                pathText(path));
  }
  return SF_FORMAT_FLAC | SF_FORMAT_PCM_24;
}

bool writeFloat(SNDFILE* file, std::span<const float> samples) {
  const auto count = static_cast<sf_count_t>(samples.size());
  return sf_write_float(file, samples.data(), count) == count;
}
bool writeFloat(SNDFILE* file, std::span<const double> samples) {
  const auto count = static_cast<sf_count_t>(samples.size());
  return sf_write_double(file, samples.data(), count) == count;
}

constexpr double kPcm24FullScale = 8'388'608.0;

double toPcm24(double sample) {
  return std::clamp(std::nearbyint(sample * kPcm24FullScale), -kPcm24FullScale,
                    kPcm24FullScale - 1);
}

template <class Sample>
bool fitsPcm24(std::span<const Sample> samples) {
  return std::all_of(samples.begin(), samples.end(), [](Sample sample) {
    const double exact = static_cast<double>(sample) * kPcm24FullScale;
    return toPcm24(static_cast<double>(sample)) == exact;
  });
}

// libsndfile itself scales by 2²³ − 1, or with clipping rounds down: neither reads back the same.
template <class Sample>
bool writePcm24(SNDFILE* file, std::span<const Sample> samples) {
  constexpr int kUnusedBits = 8;
  std::array<int, 4096> block{};
  while (!samples.empty()) {
    const auto part = samples.first(std::min(samples.size(), block.size()));
    std::transform(part.begin(), part.end(), block.begin(), [](Sample sample) {
      return static_cast<int>(toPcm24(static_cast<double>(sample))) << kUnusedBits;
    });
    const auto count = static_cast<sf_count_t>(part.size());
    if (sf_write_int(file, block.data(), count) != count) return false;
    samples = samples.subspan(part.size());
  }
  return true;
}

// Removes the half-written file unless it became the real one.
class PartFile {
 public:
  explicit PartFile(const std::filesystem::path& target) : target_(target), part_(target) {
    part_ += ".part";
  }
  ~PartFile() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove(part_, ignored);
  }
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return part_; }
  std::error_code keep() {
    std::error_code error;
    std::filesystem::rename(part_, target_, error);
    kept_ = !error;
    return error;
  }

 private:
  std::filesystem::path target_;
  std::filesystem::path part_;
  bool kept_ = false;
};

tl::unexpected<Error> cannotWrite(const std::string& where) {
  return fail(ErrorCode::io,
              "Cannot be written: check that the folder exists and may be "
              "written to.",
              where);
}

template <class Sample>
Result<void> writePart(const std::filesystem::path& part, std::span<const Sample> samples,
                       const SF_INFO& info, const std::string& comment, const std::string& where) {
  std::fstream stream(part, std::ios::in | std::ios::out | std::ios::trunc | std::ios::binary);
  if (!stream) return cannotWrite(where);
  Sndfile file(stream, SFM_WRITE, info);
  if (!file.isOpen()) {
    return fail(ErrorCode::unsupported, "Cannot hold this sound (" + file.error() + ").", where);
  }
  if (!comment.empty()) sf_set_string(file.get(), SF_STR_COMMENT, comment.c_str());
  const bool written = (info.format & SF_FORMAT_SUBMASK) == SF_FORMAT_PCM_24
                           ? writePcm24(file.get(), samples)
                           : writeFloat(file.get(), samples);
  const bool closed = file.close();
  stream.close();
  if (written && closed && stream) return {};
  return fail(ErrorCode::io, "Could not be written whole: check that the disk is not full.", where);
}

}  // namespace

Result<void> checkSoundFileTarget(const std::filesystem::path& path) {
  const auto format = formatFor(path, std::nullopt);
  if (!format) return fail(format.error());
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    return fail(ErrorCode::io, "Is a folder: name a file in it.", pathText(path));
  }
  const PartFile part(path);
  if (!std::ofstream(part.path(), std::ios::binary)) return cannotWrite(pathText(path));
  return {};
}

template <class Sample>
Result<void> writeSoundFile(const std::filesystem::path& path, std::span<const Sample> samples,
                            int channels, int sampleRate, const SoundFileOptions& options) {
  const std::string where = pathText(path);
  const auto format = formatFor(path, options.stored);
  if (!format) return fail(format.error());
  if (channels < 1 || sampleRate < 1 || samples.size() % static_cast<std::size_t>(channels) != 0) {
    return fail(ErrorCode::usage, "The samples to write are no whole number of frames.", where);
  }
  if (options.comment.size() > kMaxFileComment) {
    return fail(ErrorCode::usage, "The comment to write is too long.", where);
  }
  if (samples.size() * sizeof(float) > kMaxWavBytes) {
    return fail(ErrorCode::unsupported, "Would be greater than the 4 GB that a file can hold.",
                where);
  }
  if (!std::all_of(samples.begin(), samples.end(), [](Sample s) { return std::isfinite(s); })) {
    return fail(ErrorCode::badInput, "The samples to write are not all finite numbers.", where);
  }
  const bool isPcm24 = (*format & SF_FORMAT_SUBMASK) == SF_FORMAT_PCM_24;
  if (options.exactly && isPcm24 && !fitsPcm24(samples)) {
    return fail(ErrorCode::unsupported, "24 bits would round these samples: write a .wav.", where);
  }
  SF_INFO info{};
  info.channels = channels;
  info.samplerate = sampleRate;
  info.format = *format;
  PartFile part(path);
  if (auto done = writePart(part.path(), samples, info, options.comment, where); !done) {
    return done;
  }
  if (const auto error = part.keep()) {
    return fail(ErrorCode::io, "Cannot be written: " + error.message() + ".", where);
  }
  return {};
}

template Result<void> writeSoundFile(const std::filesystem::path& path,
                                     std::span<const float> samples, int channels, int sampleRate,
                                     const SoundFileOptions& options);
template Result<void> writeSoundFile(const std::filesystem::path& path,
                                     std::span<const double> samples, int channels, int sampleRate,
                                     const SoundFileOptions& options);

}  // namespace linecheck::audio
