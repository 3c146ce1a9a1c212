#include "match/candidate_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>
#include <array>

#include "match/candidate_delegate.h"

namespace linecheck::ui {
namespace {

constexpr int kHeaderHeight = 40;
constexpr int kLeastSource = 120;
constexpr int kLeastOutput = 84;
constexpr int kAmpleNames = 360;
constexpr int kHeaderRoom = 12;

int section(CandidateColumn column) {
  return static_cast<int>(column);
}

}  // namespace

CandidateTable::CandidateTable(const Theme& theme, Candidates& candidates, QWidget* parent)
    : QTableView(parent),
      candidates_(candidates),
      model_(candidates),
      delegate_(new CandidateDelegate(theme, this)) {
  setAccessibleName(tr("Outputs"));
  setModel(&model_);
  setItemDelegate(delegate_);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setShowGrid(false);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setWordWrap(false);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(CandidateDelegate::kRowHeight);
  QHeaderView* header = horizontalHeader();
  header->setFixedHeight(kHeaderHeight);
  header->setMinimumSectionSize(36);
  header->setHighlightSections(false);
  header->setFont(textFont(TextSize::caption));
  header->setAccessibleName(tr("Columns"));
  sortByColumn(section(CandidateColumn::verdict), Qt::AscendingOrder);
  setSortingEnabled(true);
  connect(&candidates_, &Candidates::changed, this, [this] {
    fitColumns();
    Q_EMIT currentMoved();
  });
  connect(&candidates_, &Candidates::picksChanged, this, &CandidateTable::currentMoved);
  fitColumns();
}

std::optional<std::size_t> CandidateTable::current() const {
  if (!currentIndex().isValid()) return std::nullopt;
  return model_.outputAt(currentIndex().row());
}

CandidateColumn CandidateTable::currentColumn() const {
  return static_cast<CandidateColumn>(std::max(0, currentIndex().column()));
}

void CandidateTable::selectBest() {
  const auto best = candidates_.best();
  if (!best) return;
  const int column =
      currentIndex().isValid() ? currentIndex().column() : section(CandidateColumn::verdict);
  setCurrentIndex(model_.index(model_.rowOf(*best), column));
  scrollTo(currentIndex());
}

void CandidateTable::select(std::size_t output, CandidateColumn column) {
  setCurrentIndex(model_.index(model_.rowOf(output), section(column)));
  scrollTo(currentIndex());
}

void CandidateTable::togglePick() {
  if (!currentIndex().isValid()) return;
  const QModelIndex mark = model_.index(currentIndex().row(), section(CandidateColumn::mark));
  const bool isOn = mark.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  model_.setData(mark, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void CandidateTable::sortByCurrent() {
  const int column = section(currentColumn());
  const QHeaderView* header = horizontalHeader();
  auto order = static_cast<Qt::SortOrder>(
      model_.headerData(column, Qt::Horizontal, Qt::InitialSortOrderRole).toInt());
  if (header->sortIndicatorSection() == column) {
    order = header->sortIndicatorOrder() == Qt::AscendingOrder ? Qt::DescendingOrder
                                                               : Qt::AscendingOrder;
  }
  sortByColumn(column, order);
  scrollTo(currentIndex());
}

void CandidateTable::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space) {
    togglePick();
  } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT addWanted();
  } else {
    QTableView::keyPressEvent(event);
  }
}

void CandidateTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  Q_EMIT currentMoved();
}

void CandidateTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

int CandidateTable::widthOf(CandidateColumn column) const {
  const QFontMetrics header(horizontalHeader()->font());
  int width = std::max(header.horizontalAdvance(columnName(column)),
                       header.horizontalAdvance(columnUnit(column))) +
              kHeaderRoom;
  for (int row = 0; row < model_.rowCount(); ++row) {
    const QModelIndex cell = model_.index(row, section(column));
    width = std::max(width, delegate_->sizeHint({}, cell).width());
  }
  return width;
}

// Figures take what they need, one under the other where there is little room, and the names what
// is left.
void CandidateTable::fitColumns() {
  std::array<int, kCandidateColumns> widths{};
  const auto measure = [&](bool isStacked) {
    delegate_->setStacked(isStacked);
    int used = 0;
    for (std::size_t i = 0; i < kCandidateColumns; ++i) {
      const auto column = static_cast<CandidateColumn>(i);
      if (column == CandidateColumn::source || column == CandidateColumn::output) continue;
      widths[i] = widthOf(column);
      used += widths[i];
    }
    return viewport()->width() - used;
  };
  int room = measure(false);
  if (room < kAmpleNames) room = measure(true);
  verticalHeader()->setDefaultSectionSize(delegate_->isStacked() ? CandidateDelegate::kStackedHeight
                                                                 : CandidateDelegate::kRowHeight);
  room = std::max(room, kLeastSource + kLeastOutput);
  const int output = std::clamp(widthOf(CandidateColumn::output), kLeastOutput, room * 9 / 20);
  widths[static_cast<std::size_t>(CandidateColumn::source)] = room - output;
  widths[static_cast<std::size_t>(CandidateColumn::output)] = output;
  for (int i = 0; i < model_.columnCount(); ++i) {
    setColumnWidth(i, widths[static_cast<std::size_t>(i)]);
  }
  viewport()->update();
}

}  // namespace linecheck::ui
