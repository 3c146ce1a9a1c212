#pragma once

#include <QList>
#include <QWidget>
#include <functional>
#include <map>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/result.h"
#include "hum/hands_free.h"
#include "hum/hunt_controller.h"
#include "hum/hunt_timeline.h"
#include "hum/studio_scene.h"
#include "measure/spectrum_frame.h"
#include "text/banner_state.h"
#include "text/level_scale.h"
#include "theme/theme.h"

class QAction;
class QSplitter;

namespace linecheck::ui {

class CauseList;
class ChainDocument;
class HarmonicLadder;
class Session;
class SidePanel;
class StepCard;
class TimelinePanel;

/// The right column of the page Hum: causes, harmonics, results and timeline as sheets, under them
/// the step card. Leads the hunt, also hands-free.
class HuntPane : public QWidget {
  Q_OBJECT

 public:
  using Picture = std::shared_ptr<const measure::SpectrumFrame>;

  /// All outlive the pane; `picture` gives the newest
  /// spectrum, if there is one.
  HuntPane(Theme& theme, Session& session, const Clock& clock, ChainDocument& document,
           std::function<Picture()> picture);
  ~HuntPane() override;

  /// Puts further sheets between the causes and the timeline.
  void addSheet(const QString& name, QWidget* sheet);

  /// Every stretch that was diagnosed.
  void take(const HeardStretch& heard);
  /// What was heard counts no more: another device, a gap, a dead input.
  void forget();
  void pushLevel(DecibelsFs level);
  void setListening(bool isListening);
  void setLevelScale(const LevelScale& scale);

  /// What the banner's button does, as if it was pressed.
  void nextStep();
  /// Its words.
  [[nodiscard]] QString nextDeed() const;
  /// The banner of the hunt, or of the moment that is looked at; none: that of what is heard.
  [[nodiscard]] std::optional<BannerState> banner() const;
  /// What is to be done now, while a hunt goes on; else empty.
  [[nodiscard]] QString stepSentence() const;
  /// Whether the user looks at a moment of the timeline.
  [[nodiscard]] bool isReplaying() const { return replayed_.has_value(); }

  /// What is heard now is what later changes are told against.
  void mark();
  void enterHandsFree();
  [[nodiscard]] HandsFree& handsFree() const { return *handsFree_; }
  [[nodiscard]] HuntController& controller() { return *controller_; }
  [[nodiscard]] const HuntTimeline& timeline() const { return timeline_; }

  /// As JSON, or as a table if the name ends in .csv; `io` with what to do.
  [[nodiscard]] Result<void> saveTimelineAs(const QString& file) const;
  /// Shows a saved hunt in the timeline; without spectra, which are not saved.
  [[nodiscard]] Result<void> openTimelineFrom(const QString& file);
  /// What was heard at a moment, as a WAV file; `notFound` if it was not kept.
  [[nodiscard]] Result<void> saveSoundAs(int moment, const QString& file) const;

  [[nodiscard]] QList<QAction*> actions() const { return actions_; }
  /// Those whose keys count on this page only.
  [[nodiscard]] QList<QAction*> keyed() const { return keyed_; }

 Q_SIGNALS:
  /// `banner` or `nextDeed` may be another.
  void bannerChanged();
  /// Two pictures to compare: before and after; null for none.
  void picturesWanted(const linecheck::ui::HuntPane::Picture& before,
                      const linecheck::ui::HuntPane::Picture& after);
  /// Parts of the desk that are suspected, by id, with the reason.
  void suspicionChanged(const std::map<QString, QString>& reasons);
  /// The user looks at a moment of the timeline (then a picture of it is shown), or no more.
  void replayChanged(bool isReplaying);
  void failed(const QString& message);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void buildActions();
  void connectHunt();
  void perform(HandsFreeAction action);
  void primary();
  void begin();
  void beginListening();
  void onHunt();
  void onEntry(const HeardStretch* heard);
  void onMoment(int moment);
  void showStep();
  void shareHeight();
  void showLadder();
  void showHandsFree();
  void showSuspects();
  void saveTimeline();
  void openTimeline();
  void saveSound();
  [[nodiscard]] const chain::Desk& desk() const;
  [[nodiscard]] HuntStand stand() const;

  Theme& theme_;
  Session& session_;
  ChainDocument& document_;
  std::function<Picture()> picture_;
  HuntTimeline timeline_;
  StudioScene scene_;
  HuntController* controller_;
  QSplitter* halves_;
  SidePanel* sheets_;
  CauseList* causes_;
  HarmonicLadder* ladder_;
  TimelinePanel* moments_;
  StepCard* card_;
  HandsFree* handsFree_;
  QList<QAction*> actions_;
  QList<QAction*> keyed_;
  std::optional<chain::Desk> huntDesk_;  ///< The desk when the hunt began.
  std::vector<chain::DeviceId> takenForEarthed_;
  std::optional<diagnosis::Diagnosis> heard_;
  std::optional<diagnosis::Evidence> mark_;
  std::optional<HuntMoment> replayed_;
  LevelScale scale_;
  std::optional<diagnosis::Cause> suspectedCause_;
  bool isListening_ = false;
  bool isShareChosen_ = false;  ///< By the user, between sheets and card.
  bool isBeginning_ = false;    ///< The studio is about to stand on the desk.
};

}  // namespace linecheck::ui
