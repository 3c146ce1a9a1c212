#pragma once

#include <QDateTime>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "diagnosis/hunt.h"
#include "diagnosis/hunt_json.h"
#include "hum/hunt_stand.h"
#include "measure/spectrum_frame.h"
#include "text/banner_state.h"

namespace linecheck::ui {

/// One moment of a hunt, as it can be looked at again.
struct HuntMoment {
  QDateTime at;
  diagnosis::HuntEntry entry;
  bool isNote = false;    ///< That one before was taken back; the entry says nothing.
  bool isUndone = false;  ///< It was taken back later.
  QString title;          ///< What was done: "Pull …".
  QString result;         ///< What came of it.
  BannerState banner;
  /// Of the moment, and of the one before it that was heard; null where none was kept.
  std::shared_ptr<const measure::SpectrumFrame> before;
  std::shared_ptr<const measure::SpectrumFrame> after;
  std::shared_ptr<const std::vector<std::vector<double>>> samples;
  Hertz rate;
};

/// What happened in a hunt, moment by moment.
class HuntTimeline : public QObject {
  Q_OBJECT

 public:
  using Now = std::function<QDateTime()>;
  explicit HuntTimeline(
      Now now = [] { return QDateTime::currentDateTime(); }, QObject* parent = nullptr);

  void clear();
  /// Adds what a hunt tells; `heard` and `picture` of that moment, where something was heard.
  void add(const diagnosis::HuntEntry& entry, const chain::Desk& desk, const HeardStretch* heard,
           std::shared_ptr<const measure::SpectrumFrame> picture);
  /// That an entry was taken back.
  void addUndone(const diagnosis::HuntEntry& entry, const chain::Desk& desk);
  /// Where the hunt is, and how it stands; kept with it.
  void setFrame(std::string chain, diagnosis::ListeningPoint at, diagnosis::Conclusion conclusion);
  /// What a file holds: everything but what was taken back, spectra and samples.
  [[nodiscard]] diagnosis::HuntJournal journal() const;
  /// Another hunt in its place, as read from a file.
  void replace(const diagnosis::HuntJournal& journal, const chain::Desk& desk);

  [[nodiscard]] const std::vector<HuntMoment>& moments() const { return moments_; }

 Q_SIGNALS:
  void changed();

 private:
  Now now_;
  std::vector<HuntMoment> moments_;
  std::string chain_;
  diagnosis::ListeningPoint at_;
  diagnosis::Conclusion conclusion_;
};

/// The words of a moment, made of its entry.
void describe(HuntMoment& moment, const chain::Desk& desk);

/// "time,step,verdict,change_db,standard_error_db,main_cause,probability", one moment a line.
[[nodiscard]] QString timelineCsv(const std::vector<HuntMoment>& moments);

}  // namespace linecheck::ui
