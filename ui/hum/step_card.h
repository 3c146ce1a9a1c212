#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <optional>

#include "hum/dummy_picture.h"
#include "text/banner_state.h"
#include "theme/theme.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace linecheck::ui {

/// What the step card shows, in words.
struct StepCardState {
  /// What became of the step before.
  struct Outcome {
    BannerState::Tone tone = BannerState::Tone::quiet;
    QString word;  ///< "It changed".
    QString text;  ///< "Pull … : 23.1 dB less, ± 0.4 dB".

    bool operator==(const Outcome&) const = default;
  };

  QString kicker;  ///< "Step 3 · about 1 minute · free".
  std::optional<Outcome> outcome;
  QString title;    ///< What to do.
  QString how;      ///< In plain words, where.
  QString why;      ///< What it will tell.
  QString putBack;  ///< What has to be put back first; empty for nothing.
  QString before;   ///< "Turn the speakers down …"; empty where nothing is plugged.
  std::optional<DummyView> dummy;
  QStringList list;                ///< Cures, or what remains possible.
  QString primary;                 ///< On the big button; empty for none.
  std::optional<double> progress;  ///< 0…1 while it measures.
  bool canSkip = false;
  bool canUndo = false;
  bool canPutBack = false;
  bool canStop = false;  ///< The hunt can be left.

  bool operator==(const StepCardState&) const = default;
};

/// The next step: what to do, where and why, one big button, and a few small ones.
class StepCard : public QWidget {
  Q_OBJECT

 public:
  explicit StepCard(const Theme& theme, QWidget* parent = nullptr);

  void show(const StepCardState& state);
  [[nodiscard]] const StepCardState& state() const { return state_; }
  [[nodiscard]] QPushButton* primaryButton() const { return primary_; }

 Q_SIGNALS:
  void primaryPressed();
  void skipPressed();
  void undoPressed();
  void putBackPressed();
  void stopPressed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QLabel* addText(QVBoxLayout* column, const QString& name);
  QPushButton* addSmall(const QString& text, const QString& tip, void (StepCard::*signal)());
  void colour();

  const Theme& theme_;
  StepCardState state_;
  QScrollArea* scroll_;
  QLabel* kicker_;
  QLabel* outcome_;
  QLabel* title_;
  QLabel* how_;
  QLabel* backFirst_;
  QLabel* before_;
  DummyPicture* dummy_;
  QLabel* list_;
  QLabel* why_;
  QProgressBar* progress_;
  QPushButton* primary_;
  QPushButton* skip_;
  QPushButton* undo_;
  QPushButton* putBack_;
  QPushButton* stop_;
};

}  // namespace linecheck::ui
