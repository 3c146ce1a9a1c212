#include "audio/portaudio/portaudio_backend.h"

#include <utility>

#include "audio/device_choice.h"
#include "audio/portaudio/backend_on_driver.h"
#include "audio/portaudio/stream.h"

namespace linecheck::audio {
namespace {

class PortAudioBackend final : public Backend {
 public:
  PortAudioBackend(std::shared_ptr<Driver> driver, const PortAudioOptions& options)
      : driver_(std::move(driver)), options_(options) {}

  [[nodiscard]] std::string name() const override { return "portaudio"; }

  Result<std::vector<Device>> devices() override {
    const auto entries = driver_->devices(options_);
    if (!entries) return fail(entries.error());
    std::vector<Device> devices;
    devices.reserve(entries->size());
    for (const DeviceEntry& entry : *entries) devices.push_back(entry.device);
    return withOneDefault(std::move(devices));
  }

  Result<void> probe(const StreamConfig& config) override {
    return driver_->probe(config, options_);
  }

  Result<std::unique_ptr<Stream>> open(const StreamConfig& config,
                                       BlockProcessor& processor) override {
    auto stream = driver_->open(config, processor, options_);
    if (!stream) return fail(stream.error());
    return std::make_unique<PortAudioStream>(driver_, std::move(*stream), options_);
  }

 private:
  std::shared_ptr<Driver> driver_;
  PortAudioOptions options_;
};

}  // namespace

std::unique_ptr<Backend> makePortAudioBackend(std::shared_ptr<Driver> driver,
                                              const PortAudioOptions& options) {
  return std::make_unique<PortAudioBackend>(std::move(driver), options);
}

std::unique_ptr<Backend> makePortAudioBackend(const PortAudioOptions& options) {
  return makePortAudioBackend(Driver::shared(), options);
}

}  // namespace linecheck::audio
