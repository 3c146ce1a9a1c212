#include "midi/rtmidi_driver.h"

#include <RtMidi.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "midi/jack_watch.h"
#include "midi/port_names.h"

namespace linecheck::midi {
namespace {

constexpr const char* kGone = "This MIDI port has gone.";

constexpr std::array<std::pair<Api, RtMidi::Api>, 4> kApis{{
    {Api::alsa, RtMidi::LINUX_ALSA},
    {Api::coreMidi, RtMidi::MACOSX_CORE},
    {Api::windowsMm, RtMidi::WINDOWS_MM},
    {Api::jack, RtMidi::UNIX_JACK},
}};

RtMidi::Api nameInRtMidi(Api api) {
  return std::find_if(kApis.begin(), kApis.end(),
                      [&](const auto& pair) { return pair.first == api; })
      ->second;
}

/// Without ALSA's sequencer RtMidi throws, and both it and ALSA's library print on stderr first.
bool canExist(Api api) {
  std::error_code error;
  return api != Api::alsa || std::filesystem::exists("/dev/snd/seq", error);
}

std::vector<Api> candidates(std::optional<Api> preferred) {
  std::vector<RtMidi::Api> compiled;
  RtMidi::getCompiledApi(compiled);
  std::vector<Api> found;
  for (const auto& [api, theirs] : kApis) {
    if (std::find(compiled.begin(), compiled.end(), theirs) == compiled.end()) continue;
    if (!canExist(api)) continue;
    found.insert(api == preferred ? found.begin() : found.end(), api);
  }
  return found;
}

/// Whether JACK's server, if that is the system, has ended. Its library then deletes the clients
/// that were left as soon as anybody opens a new one, and RtMidi would crash on them: from then on
/// objects of RtMidi are neither used nor destroyed, and no new ones made.
struct Liveness {
  std::unique_ptr<JackWatch> watch;  ///< Null where the system is another.
  bool isLost = false;               ///< A new client met no server: sooner than the watch knew.

  Liveness() = default;
  ~Liveness() {
    if (isLost) (void)watch.release();
  }
  Liveness(const Liveness&) = delete;
  Liveness& operator=(const Liveness&) = delete;

  [[nodiscard]] bool hasEnded() const { return isLost || (watch && watch->hasEnded()); }
};

/// Closes an object of RtMidi, or leaves it where closing would crash.
template <class Midi>
void close(std::unique_ptr<Midi>& midi, const Liveness& liveness) {
  if (liveness.hasEnded()) {
    (void)midi.release();
  } else {
    midi.reset();
  }
}

/// Receives RtMidi's errors of one object; with it RtMidi neither prints nor throws.
struct Failure {
  std::string text;

  void attachTo(RtMidi& midi) { midi.setErrorCallback(&Failure::tell, this); }
  static void tell(RtMidiError::Type type, const std::string& text, void* self) {
    if (type != RtMidiError::DEBUG_WARNING) static_cast<Failure*>(self)->text = text;
  }
};

/// What `call` returns, or what RtMidi threw.
template <class Call>
auto caught(const std::string& where, Call call) -> Result<decltype(call())> {
  try {
    return call();
  } catch (const RtMidiError& error) {
    return fail(ErrorCode::audioDevice, error.getMessage(), where);
  } catch (const std::exception& error) {
    return fail(ErrorCode::audioDevice, error.what(), where);
  }
}

/// The index under which RtMidi knows the port at this moment.
template <class Midi>
std::optional<unsigned int> indexOf(Midi& midi, const Port& port) {
  const unsigned int count = midi.getPortCount();
  for (unsigned int i = 0; i < count; ++i) {
    if (midi.getPortName(i) == port.handle) return i;
  }
  return std::nullopt;
}

template <class Midi>
std::vector<std::string> namesOf(Midi& midi) {
  std::vector<std::string> names;
  const unsigned int count = midi.getPortCount();
  for (unsigned int i = 0; i < count; ++i) names.push_back(midi.getPortName(i));
  return names;
}

/// Finds the port and connects to it; every trouble on the way is the result.
template <class Midi>
Result<void> connect(Midi& midi, Failure& failure, Liveness& liveness, const Port& port) {
  failure.attachTo(midi);
  // A client of JACK without a server tells so here.
  if (caught(port.id.name, [&] { return midi.getPortCount(); }) && !failure.text.empty()) {
    liveness.isLost = port.id.api == Api::jack;
  }
  const auto done = caught(port.id.name, [&] {
    const auto index = indexOf(midi, port);
    if (index) midi.openPort(*index, "port");
    return index.has_value();
  });
  if (!done) return fail(done.error());
  if (!*done) return fail(ErrorCode::notFound, kGone, port.id.name);
  if (!midi.isPortOpen()) return fail(ErrorCode::audioDevice, failure.text, port.id.name);
  return {};
}

class RtMidiInput final : public OpenInput {
 public:
  RtMidiInput(RtMidi::Api api, const std::string& client, std::shared_ptr<Liveness> liveness,
              Listener& listener)
      : liveness_(std::move(liveness)), midi_(std::make_unique<RtMidiIn>(api, client)) {
    midi_->setCallback(&RtMidiInput::arrived, &listener);
  }
  ~RtMidiInput() override {
    if (liveness_->hasEnded()) midi_->cancelCallback();
    close(midi_, *liveness_);
  }
  RtMidiInput(const RtMidiInput&) = delete;
  RtMidiInput& operator=(const RtMidiInput&) = delete;

  Result<void> open(const Port& port) { return connect(*midi_, failure_, *liveness_, port); }

 private:
  static void arrived(double /*delay*/, std::vector<unsigned char>* bytes, void* listener) {
    if (bytes != nullptr) static_cast<Listener*>(listener)->onMessage(*bytes);
  }

  std::shared_ptr<Liveness> liveness_;
  Failure failure_;
  std::unique_ptr<RtMidiIn> midi_;
};

class RtMidiOutput final : public OpenOutput {
 public:
  RtMidiOutput(RtMidi::Api api, const std::string& client, std::shared_ptr<Liveness> liveness)
      : liveness_(std::move(liveness)), midi_(std::make_unique<RtMidiOut>(api, client)) {}
  ~RtMidiOutput() override { close(midi_, *liveness_); }
  RtMidiOutput(const RtMidiOutput&) = delete;
  RtMidiOutput& operator=(const RtMidiOutput&) = delete;

  Result<void> open(const Port& port) {
    name_ = port.id.name;
    return connect(*midi_, failure_, *liveness_, port);
  }

  Result<void> send(std::span<const std::uint8_t> bytes) override {
    if (liveness_->hasEnded()) return fail(ErrorCode::notFound, kGone, name_);
    failure_.text.clear();
    const auto sent = caught(name_, [&] {
      midi_->sendMessage(bytes.data(), bytes.size());
      return true;
    });
    if (!sent) return fail(sent.error());
    if (!failure_.text.empty()) return fail(ErrorCode::audioDevice, failure_.text, name_);
    return {};
  }

 private:
  std::shared_ptr<Liveness> liveness_;
  std::string name_;
  Failure failure_;
  std::unique_ptr<RtMidiOut> midi_;
};

/// What lists the ports, kept from one question to the next: with JACK each is a client.
class Observer {
 public:
  Observer(Api api, const std::string& client, std::shared_ptr<Liveness> liveness)
      : api_(api),
        client_(client),
        liveness_(std::move(liveness)),
        in_(std::make_unique<RtMidiIn>(nameInRtMidi(api), client)),
        out_(std::make_unique<RtMidiOut>(nameInRtMidi(api), client)) {
    failure_.attachTo(*in_);
    failure_.attachTo(*out_);
  }
  ~Observer() {
    close(out_, *liveness_);
    close(in_, *liveness_);
  }
  Observer(const Observer&) = delete;
  Observer& operator=(const Observer&) = delete;

  Ports list() {
    return {identifyPorts(api_, namesOf(*in_), client_),
            identifyPorts(api_, namesOf(*out_), client_)};
  }

 private:
  Api api_;
  std::string client_;
  std::shared_ptr<Liveness> liveness_;
  Failure failure_;
  std::unique_ptr<RtMidiIn> in_;
  std::unique_ptr<RtMidiOut> out_;
};

class RtMidiDriver final : public Driver {
 public:
  explicit RtMidiDriver(RtMidiOptions options) : options_(std::move(options)) {}

  Result<Ports> ports() override {
    if (!observer_) choose();
    if (!observer_) {
      return fail(ErrorCode::unsupported,
                  "No MIDI system runs on this computer, so remote controls do not work.");
    }
    if (liveness_->hasEnded()) {
      return fail(ErrorCode::unsupported,
                  "The JACK server has ended. Start Linecheck again to use MIDI.");
    }
    return caught("MIDI", [&] { return observer_->list(); });
  }

  Result<std::unique_ptr<OpenInput>> openInput(const Port& port, Listener& listener) override {
    return open<RtMidiInput, OpenInput>(port, listener);
  }
  Result<std::unique_ptr<OpenOutput>> openOutput(const Port& port) override {
    return open<RtMidiOutput, OpenOutput>(port);
  }

 private:
  /// The first system that works.
  void choose() {
    for (const Api api : candidates(options_.preferred)) {
      if (unusable_.contains(api)) continue;
      std::unique_ptr<JackWatch> watch;
      if (api == Api::jack && !(watch = JackWatch::open(options_.clientName))) continue;
      liveness_->watch = std::move(watch);
      auto made = caught(
          "MIDI", [&] { return std::make_unique<Observer>(api, options_.clientName, liveness_); });
      if (made) {
        observer_ = std::move(*made);
        return;
      }
      unusable_.insert(api);  // It would tell so on stderr with every poll.
      liveness_->watch.reset();
    }
  }

  template <class Made, class As, class... Arguments>
  Result<std::unique_ptr<As>> open(const Port& port, Arguments&... arguments) {
    if (liveness_->hasEnded()) return fail(ErrorCode::notFound, kGone, port.id.name);
    auto made = caught(port.id.name, [&] {
      return std::make_unique<Made>(nameInRtMidi(port.id.api), options_.clientName, liveness_,
                                    arguments...);
    });
    if (!made) return fail(made.error());
    if (const Result<void> opened = (*made)->open(port); !opened) return fail(opened.error());
    return std::unique_ptr<As>(std::move(*made));
  }

  RtMidiOptions options_;
  std::shared_ptr<Liveness> liveness_ = std::make_shared<Liveness>();
  std::unique_ptr<Observer> observer_;
  std::set<Api> unusable_;
};

}  // namespace

std::unique_ptr<Driver> makeRtMidiDriver(RtMidiOptions options) {
  return std::make_unique<RtMidiDriver>(std::move(options));
}

}  // namespace linecheck::midi
