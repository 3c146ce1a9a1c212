#pragma once

#include <QObject>
#include <functional>
#include <optional>

#include "chain/desk.h"
#include "diagnosis/hunt.h"
#include "hum/hunt_stand.h"

namespace linecheck::ui {

/// Leads a hunt through the window: what is captured goes in, the step to show comes out. Knows
/// neither session nor widgets, and leaves all reasoning to diagnosis::Hunt.
class HuntController : public QObject {
  Q_OBJECT

 public:
  struct Surroundings {
    /// Has what is captured from now on analysed by itself, for so long; returns its number.
    std::function<std::uint64_t(Seconds)> listenAnew;
    /// Brings a studio that obeys into a situation; may be empty.
    std::function<void(const chain::Situation&)> apply = {};
    /// Plugs an obeying studio's output into its input until `apply`; may be empty.
    std::function<void()> applyBaseline = {};
    /// What is heard later is held against this; may be empty.
    std::function<void(const diagnosis::Evidence&)> useBaseline = {};
  };

  explicit HuntController(Surroundings surroundings, QObject* parent = nullptr);
  ~HuntController() override;

  /// Begins anew at a desk. A chain without devices gives the causes and what needs no chain.
  /// `lookup` outlives the hunt.
  void begin(const chain::Chain& chain, const chain::ProfileLookup& lookup);
  /// Leaves it, and the studio as it was.
  void stop();

  /// Takes every stretch that is analysed; uses those that began when it asked.
  void take(const HeardStretch& heard);
  /// The step is done: measures.
  void done();
  void skip();
  void undo();
  void putBack();

  [[nodiscard]] HuntStand stand() const;
  [[nodiscard]] HuntStand::Stage stage() const { return stage_; }

 Q_SIGNALS:
  /// The stand is another.
  void changed();
  /// The hunt has another last entry; `heard` is null where nothing was heard for it.
  void entryMade(const linecheck::ui::HeardStretch* heard);
  /// This entry was taken back.
  void undone(const linecheck::diagnosis::HuntEntry& entry);

 private:
  void listen(Seconds wanted);
  void goOn();
  void placeStudio();
  void takeBack(const diagnosis::Step& step);

  Surroundings surroundings_;
  HuntStand::Stage stage_ = HuntStand::Stage::idle;
  chain::ProfileLookup lookup_;
  bool hasChain_ = false;
  std::optional<chain::Situation> before_;  ///< The desk when the hunt began.
  std::optional<diagnosis::Hunt> hunt_;
  std::optional<diagnosis::ProposedStep> current_;
  std::uint64_t asked_ = 0;
  Seconds wanted_;
  double progress_ = 0.0;
  bool isBaseline_ = false;  ///< What is captured is the interface alone.
  bool isBack_ = false;      ///< It was; the cables have to be put back.
};

}  // namespace linecheck::ui
