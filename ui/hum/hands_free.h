#pragma once

#include <QPointer>
#include <QWidget>
#include <optional>

#include "diagnosis/settling.h"
#include "hum/step_card.h"
#include "text/reading.h"
#include "theme/theme.h"

class QCheckBox;
class QLabel;
class QProgressBar;

namespace linecheck::ui {

/// What can be asked of the hunt without looking for a button: by a key, a presenter, a pad.
enum class HandsFreeAction { next, mark, skip, undo, putBack, leave };

/// The hunt for those who are behind the desk: how loud it hums, what changed, what to do now,
/// readable across the room. Lies over the whole window.
///
/// Space, Enter, Page Down: next. M, B: mark. S: can't do that. P: put it back. Backspace, Page Up:
/// undo. Esc: leave. With "go on by itself" the level's settling after a plug was pulled is `next`.
class HandsFree : public QWidget {
  Q_OBJECT

 public:
  struct State {
    std::optional<Reading> level;  ///< Of what hums; none: nothing heard yet.
    QString about;                 ///< What the level is of: "Ground loop".
    std::optional<double> change;  ///< Since the mark, dB; below 0 is less.
    QString changeText;            ///< "23.1 dB less, ± 0.4 dB"; says so if there is no mark.
    StepCardState step;

    bool operator==(const State&) const = default;
  };

  /// Over the window that `page` is in, which it follows in size. `clock` outlives it.
  HandsFree(const Theme& theme, const Clock& clock, QWidget& page);

  void show(const State& state);
  [[nodiscard]] const State& state() const { return state_; }
  void enter();
  /// A word on what was just done, until there is another.
  void tell(const QString& message);
  /// The level of each newest block, to notice when a plug was pulled and all is still again.
  void pushLevel(DecibelsFs level);
  [[nodiscard]] bool goesOnByItself() const;
  void setGoesOnByItself(bool does);

 public Q_SLOTS:
  void perform(linecheck::ui::HandsFreeAction action);

 Q_SIGNALS:
  void asked(linecheck::ui::HandsFreeAction action);
  void left();

 protected:
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  [[nodiscard]] static std::optional<HandsFreeAction> actionOf(int key);
  [[nodiscard]] bool waitsForStep() const;
  void fit();
  void setSizes(int percent);
  void colour();
  void tellSettling();

  const Theme& theme_;
  QPointer<QWidget> page_;
  State state_;
  QString said_;  ///< What the sizes were chosen for.
  diagnosis::Settling settling_;
  QLabel* about_;
  QLabel* level_;
  QLabel* change_;
  QLabel* outcome_;
  QLabel* before_;
  QLabel* step_;
  QLabel* how_;
  QLabel* keys_;
  QLabel* waiting_;
  QProgressBar* progress_;
  QCheckBox* byItself_;
};

}  // namespace linecheck::ui
