#include "levels/figure_table.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kRowHeight = 26;
constexpr int kNameWidth = 252;
constexpr int kInputWidth = 168;
constexpr int kUnitWidth = 72;
constexpr int kOtherWidth = 96;

}  // namespace

FigureTable::FigureTable(QWidget* parent) : QTableView(parent), model_(new FigureModel(this)) {
  setModel(model_);
  setAccessibleName(tr("Figures"));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setWordWrap(false);
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
  using After = FigureModel::After;
  setColumnWidth(0, kNameWidth);
  for (int input = 1; input <= inputs; ++input) setColumnWidth(input, kInputWidth);
  setColumnWidth(model_->columnOf(After::unit), kUnitWidth);
  for (const After after : {After::uncertainty, After::predicted, After::difference}) {
    setColumnWidth(model_->columnOf(after), kOtherWidth);
  }
  // Other inputs, other columns: what was hidden before may be another one now.
  for (int column = 0; column < model_->columnCount(); ++column) setColumnHidden(column, false);
  setColumnHidden(model_->columnOf(After::predicted), !model_->hasPredictions());
  setColumnHidden(model_->columnOf(After::difference), !model_->hasPredictions());
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
