#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "document/chain_document.h"
#include "setup/changes.h"
#include "setup/items.h"
#include "setup/progress.h"
#include "setup/state.h"
#include "wizard/setup_store.h"

namespace linecheck::ui {

/// How the guided set-up of the document's desk stands, which step and item is in front, and what
/// the user says of each. Keeps all of it on disk.
class SetupModel : public QObject {
  Q_OBJECT

 public:
  using Now = std::function<std::chrono::sys_seconds()>;

  /// The document outlives the model. Without a folder nothing is kept.
  explicit SetupModel(ChainDocument& document, const std::filesystem::path& folder = {},
                      QObject* parent = nullptr, Now now = {});
  ~SetupModel() override;

  [[nodiscard]] ChainDocument& document() const { return document_; }
  [[nodiscard]] const chain::Desk& desk() const { return document_.desk(); }
  /// One for each step, in order.
  [[nodiscard]] const std::vector<setup::StepState>& steps() const { return steps_; }
  [[nodiscard]] const setup::StepState& step() const;
  [[nodiscard]] setup::StepId at() const { return progress_.at; }
  [[nodiscard]] const setup::Readings& readings() const { return progress_.readings; }
  [[nodiscard]] const setup::Progress& progress() const { return progress_; }
  [[nodiscard]] std::chrono::sys_seconds now() const { return now_(); }
  /// What is wrong with the saved set-up, which is then left alone.
  [[nodiscard]] const Errors& faults() const { return faults_; }

  /// While nobody looks, a change of the desk is only noted.
  void setActive(bool isActive);
  /// Brings a step to the front, and its first open item.
  void go(setup::StepId step);
  /// To the neighbour; false at either end.
  bool goBy(int steps);
  /// The item in front; null if the step has none.
  [[nodiscard]] const setup::ItemState* current() const;
  void choose(const std::string& item);
  /// The next item of the step, or the next step behind its last.
  void advance();
  /// The item before, or the step before its first.
  void goBack();

  /// What the user says of an item; the next open one comes to the front.
  void tick(const std::string& item, setup::Answer answer);
  void untick(const std::string& item);
  /// Its control stands as it should: the desk is told. False if the desk refuses.
  bool standsSo(const std::string& item);

  /// How loud the user listens, and so on; kept with the rest.
  [[nodiscard]] const setup::Wishes& wishes() const { return progress_.wishes; }
  void setWishes(const setup::Wishes& wishes);

  template <class Reading>
  void take(Reading reading) {
    setup::take(progress_, desk(), std::move(reading), now_());
    changedProgress();
  }

  /// What is known now is what `changes` is told against.
  void markForComparison() { before_ = progress_.readings; }
  [[nodiscard]] bool isMarked() const { return before_.has_value(); }
  [[nodiscard]] std::vector<setup::ReadingChange> changes() const;

  /// Brings the desk of the last time back if the document is empty; false if there is none.
  bool resumeDesk();
  /// Forgets all ticks and readings; the wishes stay.
  void beginAnew();

 Q_SIGNALS:
  /// Something stands otherwise.
  void changed();
  /// Another step or item is in front.
  void moved();

 private:
  void refresh();
  bool applyTarget(const setup::Target& target);
  void changedProgress();
  void save();
  void chooseOpen(std::size_t from);

  ChainDocument& document_;
  SetupStore store_;
  Now now_;
  setup::Progress progress_;
  Errors faults_;
  std::vector<setup::StepState> steps_;
  std::string item_;
  bool isActive_ = true;
  bool isStale_ = false;
  std::optional<setup::Readings> before_;
  QTimer saveSoon_;
};

}  // namespace linecheck::ui
