#include "plots/harmonic_ladder.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "plots/ladder_text.h"

namespace linecheck::ui {
namespace {

constexpr double kStep = 10.0;
constexpr double kHeadroom = 8.0;  // For an arrow above the greatest.
constexpr double kFootroom = 6.0;  // So that the least still is a column.
constexpr double kLeastSpan = 60.0;
constexpr double kSpare = 20.0;  // dB of room that is worth closing.

}  // namespace

HarmonicLadder::HarmonicLadder(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAccessibleName(tr("Mains harmonics"));
  describe();
}

void HarmonicLadder::show(std::vector<LadderRung> rungs) {
  rungs_ = std::move(rungs);
  if (current_ && *current_ >= rungs_.size()) current_.reset();
  fitLevels();
  describe();
  update();
}

void HarmonicLadder::setLevelScale(const LevelScale& scale) {
  levelScale_ = scale;
  describe();
  update();
}

// Opens at once and closes only what is worth it.
void HarmonicLadder::fitLevels() {
  double greatest = -HUGE_VAL;
  double least = HUGE_VAL;
  for (const LadderRung& rung : rungs_) {
    if (rung.level.isSilent()) continue;
    const double level = rung.level.value();
    const double was = rung.change ? level - rung.change->value() : level;
    greatest = std::max({greatest, level, was});
    least = std::min({least, level, was});
  }
  if (!std::isfinite(greatest)) return;
  Range fitted{std::floor((least - kFootroom) / kStep) * kStep,
               std::ceil((greatest + kHeadroom) / kStep) * kStep};
  fitted.high = std::max(fitted.high, fitted.low + kLeastSpan);
  if (fitted.low < levels_.low || fitted.low - levels_.low >= kSpare) levels_.low = fitted.low;
  if (fitted.high > levels_.high || levels_.high - fitted.high >= kSpare) {
    levels_.high = fitted.high;
  }
}

void HarmonicLadder::setCurrent(std::optional<std::size_t> column) {
  if (current_ == column) return;
  current_ = column;
  describe();
  update();
}

void HarmonicLadder::describe() {
  setAccessibleDescription(
      current_ ? rungLines(rungs_[*current_], levelScale_).join(QStringLiteral(", "))
               : ladderText(rungs_, levelScale_));
}

void HarmonicLadder::copyImage() {
  QApplication::clipboard()->setPixmap(grab());
}

void HarmonicLadder::mouseMoveEvent(QMouseEvent* event) {
  const double column = std::floor((event->position().x() - area().left()) / columnWidth());
  const bool isInside = column >= 0.0 && column < static_cast<double>(rungs_.size());
  setCurrent(isInside ? std::optional(static_cast<std::size_t>(column)) : std::nullopt);
}

void HarmonicLadder::leaveEvent(QEvent* event) {
  if (!hasFocus()) setCurrent(std::nullopt);
  QWidget::leaveEvent(event);
}

void HarmonicLadder::focusInEvent(QFocusEvent* event) {
  showsFocus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QWidget::focusInEvent(event);
}

void HarmonicLadder::focusOutEvent(QFocusEvent* event) {
  setCurrent(std::nullopt);
  QWidget::focusOutEvent(event);
}

void HarmonicLadder::keyPressEvent(QKeyEvent* event) {
  if (rungs_.empty()) return QWidget::keyPressEvent(event);
  const std::size_t last = rungs_.size() - 1;
  const auto key = event->key();
  if (key == Qt::Key_Home) {
    setCurrent(0);
  } else if (key == Qt::Key_End) {
    setCurrent(last);
  } else if (key == Qt::Key_Right) {
    setCurrent(current_ ? std::min(*current_ + 1, last) : 0);
  } else if (key == Qt::Key_Left) {
    setCurrent(current_ && *current_ > 0 ? *current_ - 1 : 0);
  } else if (event->matches(QKeySequence::Copy)) {
    copyImage();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void HarmonicLadder::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Copy as image"), this, &HarmonicLadder::copyImage);
  menu->popup(event->globalPos());
}

}  // namespace linecheck::ui
