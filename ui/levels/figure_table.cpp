#include "levels/figure_table.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>
#include <algorithm>
#include <utility>

#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kRowHeight = 26;
constexpr int kNameWidth = 252;
constexpr int kLeastNameWidth = 140;
constexpr int kInputWidth = 168;
constexpr int kLeastInputWidth = 104;
constexpr int kUnitWidth = 72;

}  // namespace

FigureTable::FigureTable(QWidget* parent) : QTableView(parent), model_(new FigureModel(this)) {
  setModel(model_);
  setAccessibleName(tr("Figures"));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setWordWrap(true);
  setHorizontalScrollMode(ScrollPerPixel);
  setVerticalScrollMode(ScrollPerPixel);
  setTabKeyNavigation(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  verticalHeader()->hide();
  verticalHeader()->setDefaultSectionSize(kRowHeight);
  verticalHeader()->setMinimumSectionSize(kRowHeight);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
  horizontalHeader()->setStretchLastSection(true);
  viewport()->setAutoFillBackground(false);
}

void FigureTable::show(const measure::Reading& reading, std::vector<ExpectedValue> expected,
                       std::vector<measure::Figure> inDbu) {
  clearSpans();
  model_->show(reading, std::move(expected), std::move(inDbu));
  const int inputs = model_->inputs();
  for (int row = 0; row < model_->rowCount(); ++row) {
    if (inputs > 1 && model_->isOfTheWhole(row)) setSpan(row, 1, 1, inputs);
  }
  // Other inputs, other columns: what was hidden before may be another one now.
  for (int column = 0; column < model_->columnCount(); ++column) setColumnHidden(column, false);
  using After = FigureModel::After;
  setColumnHidden(model_->columnOf(After::predicted), !model_->hasPredictions());
  setColumnHidden(model_->columnOf(After::difference), !model_->hasPredictions());
  fit();
}

void FigureTable::fit() {
  using After = FigureModel::After;
  const int inputs = model_->inputs();
  if (inputs == 0) return;  // Nothing was shown yet.
  const auto wanted = [this](int column) {
    return std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
  };
  int room = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
  setColumnWidth(model_->columnOf(After::unit), kUnitWidth);
  room -= kUnitWidth;
  for (const After after : {After::uncertainty, After::predicted, After::difference}) {
    const int column = model_->columnOf(after);
    if (isColumnHidden(column)) continue;
    // The last one is stretched: its width is not what it needs.
    const int width = wanted(column);
    setColumnWidth(column, width);
    room -= width;
  }
  // What the words of the inputs need, as far as there is room beside the names.
  int needed = kInputWidth;
  for (int input = 1; input <= inputs; ++input) needed = std::max(needed, wanted(input));
  const int each = std::clamp((room - kNameWidth) / inputs, kLeastInputWidth, needed);
  for (int input = 1; input <= inputs; ++input) setColumnWidth(input, each);
  setColumnWidth(0, std::clamp(room - each * inputs, kLeastNameWidth, kNameWidth));
  resizeRowsToContents();
}

void FigureTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  // Not when a scroll bar comes or goes, which is of the rows' own making.
  if (std::exchange(fitted_, width()) != width()) fit();
}

void FigureTable::copy() const {
  QList<int> rows;
  for (const QModelIndex& index : selectionModel()->selectedRows()) rows << index.row();
  QApplication::clipboard()->setText(model_->tsv(rows));
}

void FigureTable::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) return copy();
  QTableView::keyPressEvent(event);
}

void FigureTable::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Copy as table"), this, &FigureTable::copy);
  menu->popup(event->globalPos());
}

}  // namespace linecheck::ui
