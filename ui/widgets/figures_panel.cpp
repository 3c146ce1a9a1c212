#include "widgets/figures_panel.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "text/tabular.h"

namespace linecheck::ui {
namespace {

constexpr int kRowHeight = 30;
constexpr int kPanelWidth = 264;
constexpr qreal kUnitColumn = 40;  // "dBFS" and what is shorter.

}  // namespace

FigureRow::FigureRow(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {}

void FigureRow::show(const Figure& figure) {
  if (figure == figure_) return;
  figure_ = figure;
  setAccessibleName(figure.name);
  setAccessibleDescription(figure.reading.text() + QStringLiteral(". ") + figure.note);
  setToolTip(figure.note);
  update();
}

QSize FigureRow::sizeHint() const {
  return {kPanelWidth, kRowHeight};
}

void FigureRow::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QFont font = textFont(TextSize::body);
  const QFont strong = textFont(TextSize::body, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  const qreal base = (height() + metrics.capHeight()) / 2;
  painter.setFont(font);
  painter.setPen(theme_[Role::quietText]);
  painter.drawText(QPointF(0, base), figure_.name);
  const qreal numberRight = width() - kUnitColumn;
  painter.drawText(QPointF(numberRight + space::kHair, base), figure_.reading.unit);
  painter.setFont(strong);
  painter.setPen(figure_.reading == unknownReading() ? theme_[Role::quietText]
                                                     : theme_[Role::text]);
  const qreal numberWidth = tabularWidth(strong, figure_.reading.number);
  drawTabular(painter, QPointF(numberRight - numberWidth, base), figure_.reading.number);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

FiguresPanel::FiguresPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), layout_(new QVBoxLayout(this)) {
  setAccessibleName(tr("Results"));
  setFixedWidth(kPanelWidth);
  layout_->setContentsMargins(space::kNormal, space::kSnug, space::kNormal, space::kSnug);
  layout_->setSpacing(0);
  auto* heading = new QLabel(tr("Results"), this);
  heading->setFont(textFont(TextSize::heading, QFont::DemiBold));
  layout_->addWidget(heading);
  layout_->addSpacing(space::kHair);
  layout_->addStretch();
}

void FiguresPanel::show(const Figures& figures) {
  while (rows_.size() < figures.size()) {
    rows_.push_back(new FigureRow(theme_, this));
    layout_->insertWidget(layout_->count() - 1, rows_.back());
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i]->setVisible(i < figures.size());
    if (i < figures.size()) rows_[i]->show(figures[i]);
  }
}

Figures FiguresPanel::figures() const {
  Figures shown;
  for (const FigureRow* row : rows_) {
    if (!row->isHidden()) shown.push_back(row->figure());
  }
  return shown;
}

void FiguresPanel::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::card]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, 0, 0, height());
}

}  // namespace linecheck::ui
