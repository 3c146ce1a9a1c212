#include "measure/capture_file.h"

#include "audio/file/sound_file.h"
#include "base/path_text.h"
#include "measure/capture_comment.h"

namespace linecheck::measure {
namespace {

audio::Recording recordingOf(Capture capture, std::string name) {
  audio::Recording recording;
  recording.name = std::move(name);
  recording.sampleRate = capture.sampleRate;
  recording.channels = capture.channels;
  recording.flagged = capture.flags.entries();
  if (capture.lostFrames > 0) {
    recording.flagged = {{0, capture.frames(), {.inputOverflow = true}}};
  }
  recording.samples = std::move(capture.samples);
  return recording;
}

}  // namespace

Result<void> saveCapture(const std::filesystem::path& path, const Capture& capture) {
  audio::SoundFileOptions options;
  options.exactly = true;
  options.comment = captureComment(capture);
  return audio::writeSoundFile<float>(path, capture.samples, capture.channels, capture.sampleRate,
                                      options);
}

Result<void> checkCaptureTarget(const std::filesystem::path& path) {
  return audio::checkSoundFileTarget(path);
}

Result<Capture> loadCapture(const std::filesystem::path& path) {
  auto sound = audio::readSoundFile<float>(path);
  if (!sound) return fail(sound.error());
  Capture capture;
  capture.channels = sound->info.channels;
  capture.sampleRate = sound->info.sampleRate;
  capture.backend = "file";
  capture.samples = std::move(sound->samples);
  if (isCaptureComment(sound->info.comment)) {
    if (auto read = readCaptureComment(sound->info.comment, capture); !read) {
      return fail(read.error().code, read.error().what, pathText(path));
    }
  }
  return capture;
}

Result<std::unique_ptr<audio::FileBackend>> loadReplay(
    const std::vector<std::filesystem::path>& files, audio::Pacing pacing) {
  std::vector<audio::Recording> recordings;
  recordings.reserve(files.size());
  for (const auto& path : files) {
    auto capture = loadCapture(path);
    if (!capture) return fail(capture.error());
    recordings.push_back(recordingOf(*std::move(capture), pathText(path)));
  }
  return std::make_unique<audio::FileBackend>(std::move(recordings), std::move(pacing));
}

}  // namespace linecheck::measure
