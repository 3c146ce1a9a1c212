#include "midi/remote_link.h"

#include <QCoreApplication>
#include <algorithm>
#include <chrono>

#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPoll = 16ms;
constexpr const char* kFile = "midi.json";

// What is learnt is seen in the dialog; and who has no controls misses no MIDI.
bool isToTell(const midi::Notice& notice, const midi::RemoteSetup& setup) {
  using K = midi::Notice::Kind;
  if (notice.kind == K::learned || notice.kind == K::conflict) return false;
  return notice.kind != K::noSystem || !setup.bindings.all().empty();
}

}  // namespace

QString actionText(midi::Action action) {
  return QCoreApplication::translate("Midi", midi::actionName(action));
}

std::optional<midi::Api> preferredApi(const std::filesystem::path& folder) {
  const auto setup = midi::loadFile(folder / kFile);
  return setup ? setup->preferred : std::nullopt;
}

RemoteLink::RemoteLink(std::unique_ptr<midi::Driver> driver, const std::filesystem::path& folder,
                       QObject* parent)
    : QObject(parent),
      file_(folder.empty() ? folder : folder / kFile),
      remote_(std::move(driver), std::make_shared<SteadyClock>()) {
  if (!file_.empty()) {
    auto setup = midi::loadFile(file_);
    if (setup) {
      remote_.setSetup(*std::move(setup));
    } else if (setup.error().front().code != ErrorCode::notFound) {
      isBroken_ = true;
      notice_ = tr("What your controls do cannot be read, and is left as it is: %1")
                    .arg(QString::fromStdString(setup.error().front().message()));
    }
  }
  poll_.setInterval(kPoll);
  connect(&poll_, &QTimer::timeout, this, &RemoteLink::update);
  poll_.start();
}

// Pads do not stay lit behind the program.
RemoteLink::~RemoteLink() {
  midi::RemoteSetup dark = remote_.setup();
  dark.hasLights = false;
  remote_.setSetup(std::move(dark));
  (void)remote_.update();
}

void RemoteLink::update() {
  const auto before = remote_.setup();
  const auto learning = remote_.learning();
  const auto update = remote_.update();
  for (const midi::Action action : update.actions) Q_EMIT pressed(action);
  for (const midi::Notice& notice : update.notices) {
    const QString sentence = translated(midi::sentence(notice));
    if (notice.kind == midi::Notice::Kind::noSystem) {
      hasSystem_ = false;  // Which the list of devices says by itself.
    } else {
      notice_ = sentence;
    }
    isConflict_ = notice.kind == midi::Notice::Kind::conflict;
    if (isToTell(notice, before)) Q_EMIT told(sentence);
  }
  if (update.arePortsChanged) hasSystem_ = true;
  const bool isOther = !(before == remote_.setup());
  if (isOther) save();
  if (isOther || !update.notices.empty() || update.arePortsChanged ||
      learning != remote_.learning()) {
    Q_EMIT changed();
  }
}

void RemoteLink::save() {
  if (file_.empty() || isBroken_) return;
  std::error_code error;
  std::filesystem::create_directories(file_.parent_path(), error);
  if (const auto saved = midi::saveFile(file_, remote_.setup()); !saved) {
    notice_ = QString::fromStdString(saved.error().message());
  }
}

void RemoteLink::learn(midi::Action action) {
  isConflict_ = false;
  notice_ = tr("Press the control that is to do: %1.").arg(actionText(action));
  remote_.learn(action);
  Q_EMIT changed();
}

void RemoteLink::stopLearning() {
  notice_.clear();
  isConflict_ = false;
  remote_.stopLearning();
  Q_EMIT changed();
}

void RemoteLink::replace() {
  isConflict_ = false;
  const auto before = remote_.setup();
  if (remote_.acceptReplacement()) notice_ = tr("Replaced.");
  update();
  if (!(before == remote_.setup())) save();
  Q_EMIT changed();
}

void RemoteLink::clear(midi::Action action) {
  midi::RemoteSetup setup = remote_.setup();
  const auto bindings = setup.bindings.all();
  for (const midi::Binding& binding : bindings) {
    if (binding.action == action) setup.bindings.remove(binding);
  }
  remote_.setSetup(std::move(setup));
  save();
  Q_EMIT changed();
}

void RemoteLink::setLights(bool isOn) {
  midi::RemoteSetup setup = remote_.setup();
  setup.hasLights = isOn;
  remote_.setSetup(std::move(setup));
  save();
  Q_EMIT changed();
}

}  // namespace linecheck::ui
