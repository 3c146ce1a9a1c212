#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "audio/file/file_backend.h"
#include "base/result.h"
#include "measure/capture.h"

namespace linecheck::measure {

/// Saves a capture as one sound file that any editor opens: .wav with the samples bit for bit, or
/// .flac if 24 bits hold them exactly. What else is known of the capture stands as text in the
/// file's comment, one `key: value` to a line under "linecheck.capture/1", so that it stays with
/// the samples. Errors: as `audio::writeSoundFile`; `unsupported` for samples that a .flac would
/// round.
[[nodiscard]] Result<void> saveCapture(const std::filesystem::path& path, const Capture& capture);

/// As `saveCapture` would fail for any samples: `usage` for another extension, `io` where no file
/// can be written. To be asked before anything is played.
[[nodiscard]] Result<void> checkCaptureTarget(const std::filesystem::path& path);

/// Loads a saved capture: everything is as it was, so it is judged and measured the same. A sound
/// file from elsewhere is a capture of backend "file" of which nothing else is known. Errors: as
/// `audio::readSoundFile`; `badInput` for a damaged comment and for samples that are not as many as
/// were saved, `unsupported` for one of a later
/// version.
[[nodiscard]] Result<Capture> loadCapture(const std::filesystem::path& path);

/// Sound files and saved captures as devices to capture from again, the driver's flags included.
/// A capture that had lost frames is flagged throughout. The first that cannot be read is the
/// error.
[[nodiscard]] Result<std::unique_ptr<audio::FileBackend>> loadReplay(
    const std::vector<std::filesystem::path>& files, audio::Pacing pacing = {});

}  // namespace linecheck::measure
