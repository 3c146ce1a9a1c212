#include "app/device_list.h"

#include <algorithm>

namespace linecheck::ui {

void DeviceList::setDevices(const std::shared_ptr<audio::Backend>& backend,
                            const std::vector<audio::Device>& devices) {
  std::erase_if(entries_, [&](const Entry& entry) { return entry.backend == backend; });
  for (const audio::Device& device : devices) entries_.push_back({backend, device});
  refresh();
}

const DeviceList::Entry* DeviceList::find(const audio::DeviceId& id) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.device.id == id; });
  return found == entries_.end() ? nullptr : &*found;
}

bool DeviceList::chooseInput(const audio::DeviceId& id) {
  const Entry* entry = find(id);
  if (entry == nullptr || entry->device.inputChannels == 0) return false;
  choices_.input = id;
  const bool staysBeside = choices_.output && choices_.output->hostApi == id.hostApi;
  if (entry->device.outputChannels > 0) {
    choices_.output = id;
  } else if (!staysBeside) {
    choices_.output.reset();
  }
  choices_.sampleRate = entry->device.defaultSampleRate;
  choices_.sampleRates = {choices_.sampleRate};
  refresh();
  return true;
}

void DeviceList::chooseOutput(const std::optional<audio::DeviceId>& id) {
  choices_.output = id;
  refresh();
}

void DeviceList::setSampleRates(std::vector<int> rates) {
  choices_.sampleRates = std::move(rates);
  const auto& known = choices_.sampleRates;
  if (!known.empty() && std::find(known.begin(), known.end(), choices_.sampleRate) == known.end()) {
    choices_.sampleRate = known.front();
  }
}

void DeviceList::refresh() {
  choices_.inputs.clear();
  choices_.outputs.clear();
  for (const auto& [backend, device] : entries_) {
    if (device.inputChannels > 0) choices_.inputs.push_back(device.id);
    if (device.outputChannels > 0 && device.id.hostApi == choices_.input.hostApi) {
      choices_.outputs.push_back(device.id);
    }
  }
  if (choices_.output && find(*choices_.output) == nullptr) choices_.output.reset();
}

audio::StreamConfig DeviceList::stream() const {
  audio::StreamConfig config;
  config.input = choices_.input;
  config.output = choices_.output;
  config.sampleRate = choices_.sampleRate;
  if (const Entry* entry = input()) {
    config.inputChannels = std::min(entry->device.inputChannels, kMostChannels);
  }
  if (const Entry* entry = choices_.output ? find(*choices_.output) : nullptr) {
    config.outputChannels = std::min(entry->device.outputChannels, kMostChannels);
  }
  return config;
}

}  // namespace linecheck::ui
