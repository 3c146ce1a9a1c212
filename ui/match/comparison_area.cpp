#include "match/comparison_area.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>

#include "match/comparison_cards.h"
#include "match/match_charts.h"
#include "plots/chart_plot.h"
#include "widgets/flow_layout.h"

namespace linecheck::ui {
namespace {

constexpr int kPlots = 4;
/// From this size on four plots are seen better together.
constexpr QSize kRoomForAll{960, 400};

}  // namespace

ComparisonArea::ComparisonArea(const Theme& theme, const Candidates& candidates, QWidget* parent)
    : QWidget(parent),
      candidates_(candidates),
      names_(new FlowLayout(space::kHair)),
      buttons_(new QButtonGroup(this)),
      sheets_(new QStackedWidget) {
  setAccessibleName(tr("Comparison"));
  names_->setContentsMargins(space::kSnug, space::kHair, space::kSnug, 0);
  auto* grid = new QWidget;
  auto* cells = new QGridLayout(grid);
  cells->setContentsMargins(0, 0, 0, 0);
  cells->setSpacing(space::kTight);
  for (int i = 0; i < kPlots; ++i) {
    single_.push_back(new ChartPlot(theme));
    together_.push_back(new ChartPlot(theme));
    cells->addWidget(together_.back(), i / 2, i % 2);
  }
  auto* cards = new ComparisonCards(theme, candidates);
  connect(cards, &ComparisonCards::figureChosen, this, &ComparisonArea::figureChosen);
  addSheet(tr("Side by side"), tr("The figures that decide."), cards);
  addSheet(tr("Loudness"), tr("How loud the music is as the knob is turned."), single_[0]);
  addSheet(tr("Response"), tr("How the output's impedance changes the tone."), single_[1]);
  addSheet(tr("Power"), tr("What each can give, and what the loudest peak takes."), single_[2]);
  addSheet(tr("Hiss"), tr("The noise at the ear, and what can be heard."), single_[3]);
  addSheet(tr("All plots"), tr("The four plots together."), grid);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kHair);
  auto* names = new QWidget;
  names->setLayout(names_);
  column->addWidget(names);
  column->addWidget(sheets_, 1);
  connect(buttons_, &QButtonGroup::idClicked, this, [this](int sheet) {
    isSheetUsers_ = true;
    sheets_->setCurrentIndex(sheet);
  });
  connect(&candidates_, &Candidates::changed, this, &ComparisonArea::show);
  connect(&candidates_, &Candidates::picksChanged, this, &ComparisonArea::show);
  choose(Sheet::loudness);
  isSheetUsers_ = false;
  show();
}

void ComparisonArea::addSheet(const QString& name, const QString& about, QWidget* sheet) {
  const int index = sheets_->addWidget(sheet);
  auto* button = new QToolButton;
  button->setText(name);
  button->setToolTip(about);
  button->setCheckable(true);
  button->setAutoExclusive(true);  // One of several, to a screen reader.
  button->setFocusPolicy(Qt::StrongFocus);
  buttons_->addButton(button, index);
  names_->addWidget(button);
}

void ComparisonArea::choose(Sheet sheet) {
  isSheetUsers_ = true;
  buttons_->button(static_cast<int>(sheet))->setChecked(true);
  sheets_->setCurrentIndex(static_cast<int>(sheet));
}

ComparisonArea::Sheet ComparisonArea::sheet() const {
  return static_cast<Sheet>(sheets_->currentIndex());
}

ChartPlot* ComparisonArea::plotInFront() const {
  if (sheet() == Sheet::cards) return nullptr;
  if (sheet() != Sheet::all) return static_cast<ChartPlot*>(sheets_->currentWidget());
  for (ChartPlot* plot : together_) {
    if (plot->hasFocus()) return plot;
  }
  return together_.front();
}

void ComparisonArea::show() {
  const auto charts = matchCharts(candidates_);
  for (std::size_t i = 0; i < charts.size(); ++i) {
    single_[i]->show(charts[i]);
    together_[i]->show(charts[i]);
  }
}

void ComparisonArea::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (isSheetUsers_) return;
  const bool isRoomy = width() >= kRoomForAll.width() && height() >= kRoomForAll.height();
  choose(isRoomy ? Sheet::all : Sheet::loudness);
  isSheetUsers_ = false;
}

}  // namespace linecheck::ui
