#include "wizard/setup_model.h"

#include <algorithm>

#include "base/check.h"
#include "base/log.h"
#include "chain/edits.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kSaveAfter = 300ms;  // A knob that is dragged is not written at each step.

bool isOpen(const setup::ItemState& item) {
  return item.state == setup::State::unknown || item.state == setup::State::wrong;
}

}  // namespace

SetupModel::SetupModel(ChainDocument& document, const std::filesystem::path& folder,
                       QObject* parent, Now now)
    : QObject(parent), document_(document), store_(folder), now_(std::move(now)) {
  if (!now_) {
    now_ = [] {
      return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    };
  }
  auto loaded = store_.load();
  if (!loaded) {
    faults_ = loaded.error();
  } else if (*loaded) {
    progress_ = **std::move(loaded);
  }
  saveSoon_.setSingleShot(true);
  saveSoon_.setInterval(kSaveAfter);
  connect(&saveSoon_, &QTimer::timeout, this, &SetupModel::save);
  connect(&document_, &ChainDocument::changed, this, [this] {
    saveSoon_.start();
    isStale_ = true;
    if (isActive_) refresh();
  });
  refresh();
}

SetupModel::~SetupModel() {
  if (saveSoon_.isActive()) save();
}

void SetupModel::save() {
  saveSoon_.stop();
  const bool isBegun = progress_.at != setup::StepId::desk || !progress_.ticks.empty() ||
                       progress_.wishes != setup::Wishes();
  if (!isBegun) return;  // The desk is not there for the set-up.
  for (const auto& saved : {store_.save(progress_), store_.saveDesk(document_.chain())}) {
    if (!saved) log::warning("The set-up cannot be saved: {}", saved.error().message());
  }
}

void SetupModel::setActive(bool isActive) {
  isActive_ = isActive;
  if (isActive_ && isStale_) refresh();
}

void SetupModel::refresh() {
  isStale_ = false;
  const std::string was = item_;
  steps_ = setup::stateOf(desk(), progress_);
  if (current() == nullptr) chooseOpen(0);
  Q_EMIT changed();
  if (item_ != was) Q_EMIT moved();
}

void SetupModel::changedProgress() {
  saveSoon_.start();
  refresh();
}

void SetupModel::setWishes(const setup::Wishes& wishes) {
  if (wishes == progress_.wishes) return;
  progress_.wishes = wishes;
  changedProgress();
}

const setup::StepState& SetupModel::step() const {
  static const setup::StepState kNone;
  const auto found = std::find_if(steps_.begin(), steps_.end(),
                                  [this](const auto& step) { return step.id == progress_.at; });
  return LC_VERIFY(found != steps_.end()) ? *found : kNone;
}

const setup::ItemState* SetupModel::current() const {
  const auto& items = step().items;
  const auto found = std::find_if(items.begin(), items.end(),
                                  [this](const auto& item) { return item.item.id == item_; });
  return found == items.end() ? nullptr : &*found;
}

// The first open item from there on, else from the beginning, else that one. A desk that is
// settled is shown as a whole.
void SetupModel::chooseOpen(std::size_t from) {
  const auto& items = step().items;
  item_.clear();
  if (items.empty()) return;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[(from + i) % items.size()];
    if (!isOpen(item)) continue;
    item_ = item.item.id;
    return;
  }
  if (progress_.at == setup::StepId::desk) return;
  item_ = items[std::min(from, items.size() - 1)].item.id;
}

void SetupModel::go(setup::StepId step) {
  progress_.at = step;
  chooseOpen(0);
  saveSoon_.start();
  Q_EMIT moved();
}

bool SetupModel::goBy(int steps) {
  const auto ids = setup::stepIds();
  const auto here = std::find(ids.begin(), ids.end(), progress_.at) - ids.begin();
  const auto there = here + steps;
  if (there < 0 || there >= static_cast<std::ptrdiff_t>(ids.size())) return false;
  go(ids[static_cast<std::size_t>(there)]);
  return true;
}

void SetupModel::choose(const std::string& item) {
  if (item == item_) return;
  item_ = item;
  Q_EMIT moved();
}

void SetupModel::advance() {
  const auto& items = step().items;
  const auto* now = current();
  const std::size_t next = now == nullptr ? items.size() : now - items.data() + 1U;
  if (next < items.size()) return choose(items[next].item.id);
  goBy(1);
}

void SetupModel::goBack() {
  const auto& items = step().items;
  const auto* now = current();
  if (now != nullptr && now != items.data()) return choose((now - 1)->item.id);
  goBy(-1);
}

void SetupModel::tick(const std::string& item, setup::Answer answer) {
  const auto* found = setup::findItem(steps_, item);
  if (found == nullptr) return;
  // What the drawing shows and only the user knows follows his word.
  const bool isDrawn = found->item.target && !found->item.canBeKnown(setup::KnownBy::chain);
  if (isDrawn && answer == setup::Answer::done) {
    applyTarget(setup::Target(*found->item.target));
    found = setup::findItem(steps_, item);
    if (found == nullptr) return;
  }
  progress_.tick(found->item, answer, now_());
  const auto& items = step().items;
  const auto place = std::find_if(items.begin(), items.end(),
                                  [&](const auto& one) { return one.item.id == item; });
  const auto next = static_cast<std::size_t>(place - items.begin()) + 1;
  changedProgress();
  // What is wrong stays in front: there is something to do about it.
  if (place == items.end() || answer == setup::Answer::wrong) return;
  const std::string was = item_;
  chooseOpen(std::min(next, step().items.size()));
  if (item_ != was) Q_EMIT moved();
}

void SetupModel::untick(const std::string& item) {
  progress_.untick(item);
  changedProgress();
}

bool SetupModel::standsSo(const std::string& item) {
  const auto* found = setup::findItem(steps_, item);
  if (found == nullptr || !found->item.target) return false;
  if (!applyTarget(setup::Target(*found->item.target))) return false;
  const auto* now = current();
  if (now != nullptr && now->item.id == item && !isOpen(*now)) {
    chooseOpen(static_cast<std::size_t>(now - step().items.data()) + 1);
    Q_EMIT moved();
  }
  return true;
}

bool SetupModel::applyTarget(const setup::Target& target) {
  return document_.apply(chain::changeSetting(desk(), chain::DeviceId(target.control.part),
                                              target.control.detail, target.setting));
}

std::vector<setup::ReadingChange> SetupModel::changes() const {
  if (!before_) return {};
  return setup::compareReadings(desk(), *before_, progress_.readings);
}

bool SetupModel::resumeDesk() {
  if (!document_.chain().devices.empty()) return false;
  auto chain = store_.loadDesk(document_.lookup());
  if (!chain || chain->devices.empty()) return false;
  document_.replace(*std::move(chain));
  return true;
}

void SetupModel::beginAnew() {
  progress_ = {setup::StepId::desk, {}, {}, progress_.wishes};
  before_.reset();
  item_.clear();
  changedProgress();
  Q_EMIT moved();
}

}  // namespace linecheck::ui
