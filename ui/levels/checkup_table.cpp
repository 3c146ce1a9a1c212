#include "levels/checkup_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>
#include <QStyle>
#include <algorithm>
#include <utility>

#include "text/run_result_text.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

enum Column { kName, kState, kFigure, kFinding, kColumns };

constexpr int kIcon = 16;
constexpr int kRowHeight = 28;
constexpr int kStateWidth = 128;
constexpr int kNameShare = 24;  // Percent of what the state leaves.
constexpr int kFigureShare = 38;

QString findingOf(const Checkup::Entry& entry, const PastRun* run) {
  if (!run || !run->result) return entry.remark;
  const auto* path = run->result->path();
  if (const auto found = gravestFinding(run->reading); found && path && path->isUsable()) {
    return found->text;
  }
  if (path && !path->findings.empty()) return pathFindingText(path->findings.front());
  return entry.remark.isEmpty() && entry.state == RunState::done ? CheckupTable::tr("None")
                                                                 : entry.remark;
}

}  // namespace

CheckupTable::CheckupTable(const Theme& theme, QWidget* parent)
    : QTableWidget(0, kColumns, parent), theme_(theme) {
  setAccessibleName(tr("Check-up"));
  setHorizontalHeaderLabels({tr("Measurement"), tr("State"), tr("Main figure"), tr("Finding")});
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setTabKeyNavigation(false);
  setEditTriggers(NoEditTriggers);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setIconSize({kIcon, kIcon});
  viewport()->setAutoFillBackground(false);
  viewport()->setCursor(Qt::PointingHandCursor);
  verticalHeader()->hide();
  verticalHeader()->setMinimumSectionSize(kRowHeight);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  horizontalHeader()->setStretchLastSection(true);
  connect(this, &QTableWidget::cellClicked, this, &CheckupTable::choose);
}

void CheckupTable::show(const Checkup& checkup, const RunHistory& history) {
  entries_ = checkup.entries();
  setRowCount(0);
  for (const Checkup::Entry& entry : entries_) addRow(entry, history);
  drawIcons();
  fit();
}

void CheckupTable::addRow(const Checkup::Entry& entry, const RunHistory& history) {
  const PastRun* run = entry.run > 0 ? history.find(entry.run) : nullptr;
  const int row = rowCount();
  insertRow(row);
  const std::string_view kind = entry.procedure->id();
  const QString texts[kColumns] = {measureWord(entry.procedure->name()), runStateWord(entry.state),
                                   run ? mainFigureText(kind, run->reading) : QString(),
                                   findingOf(entry, run)};
  for (int column = 0; column < kColumns; ++column) {
    auto* item = new QTableWidgetItem(texts[column]);
    item->setToolTip(texts[column]);
    setItem(row, column, item);
  }
}

void CheckupTable::drawIcons() {
  const qreal ratio = devicePixelRatioF();
  for (int row = 0; row < rowCount(); ++row) {
    const RunState state = entries_[static_cast<std::size_t>(row)].state;
    const auto tone = runStateTone(state);
    QPixmap picture(QSize(kIcon, kIcon) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawToneIcon(painter, QRectF(0, 0, kIcon, kIcon), tone,
                 theme_[tone == BannerState::Tone::quiet ? Role::power : roleOf(tone)],
                 theme_[Role::ground]);
    painter.end();
    item(row, kState)->setIcon(picture);
  }
}

void CheckupTable::fit() {
  const int room =
      width() - kStateWidth - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
  setColumnWidth(kName, room * kNameShare / 100);
  setColumnWidth(kState, kStateWidth);
  setColumnWidth(kFigure, room * kFigureShare / 100);
  resizeRowsToContents();
}

void CheckupTable::choose(int row) {
  if (row >= 0 && row < rowCount()) {
    Q_EMIT chosen(entries_[static_cast<std::size_t>(row)].procedure);
  }
}

void CheckupTable::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return choose(currentRow());
  QTableWidget::keyPressEvent(event);
}

void CheckupTable::resizeEvent(QResizeEvent* event) {
  QTableWidget::resizeEvent(event);
  // Not when a scroll bar comes or goes, which is of the rows' own making.
  if (std::exchange(fitted_, width()) != width()) fit();
}

void CheckupTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) drawIcons();
  QTableWidget::changeEvent(event);
}

}  // namespace linecheck::ui
