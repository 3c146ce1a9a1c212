#include "levels/path_details.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "measure/path_advice.h"
#include "text/levels_text.h"

namespace linecheck::ui {
namespace {

constexpr int kMostHeight = 132;

QString fromView(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

QString paragraph(const QStringList& lines) {
  return QStringLiteral("<p style='margin:0 0 6px 0'>%1</p>")
      .arg(lines.join(QStringLiteral("<br>")));
}

}  // namespace

PathDetails::PathDetails(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      label_(new QLabel),
      scroll_(new QScrollArea),
      fold_(new QToolButton) {
  setAccessibleName(tr("What was found"));
  label_->setWordWrap(true);
  label_->setTextFormat(Qt::RichText);
  label_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label_->setAlignment(Qt::AlignTop);
  label_->setContentsMargins(space::kNormal, space::kTight, space::kTight, space::kTight);
  scroll_->setWidget(label_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setAccessibleName(accessibleName());
  fold_->setCheckable(true);
  fold_->setText(tr("Menus of other systems"));
  connect(fold_, &QToolButton::toggled, this, &PathDetails::write);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, space::kHair, space::kNormal, space::kHair);
  row->addWidget(scroll_, 1, Qt::AlignTop);
  row->addWidget(fold_, 0, Qt::AlignTop);
  hide();
}

void PathDetails::show(const measure::PathReport* path, std::vector<RunNote> notes) {
  path_ = path != nullptr ? *path : measure::PathReport{};
  notes_ = std::move(notes);
  write();
  setVisible(!label_->text().isEmpty());
}

QString PathDetails::text() const {
  return label_->text();
}

void PathDetails::write() {
  const QString quiet = theme_[Role::quietText].name();
  QString html;
  bool hasOthers = false;
  for (const measure::PathFinding& finding : path_.findings) {
    QStringList lines;
    // Of a single one the banner has said this much already.
    if (path_.findings.size() > 1) {
      lines << QStringLiteral("<b>%1</b>").arg(pathFindingText(finding).toHtmlEscaped());
      if (finding.certainty == measure::Certainty::likely) {
        lines.back() +=
            QStringLiteral(" <span style='color:%1'>(%2)</span>").arg(quiet, tr("likely"));
      }
      lines << measureWord(measure::pathCure(finding.fault)).toHtmlEscaped();
    }
    for (const auto system : measure::soundSystems()) {
      const auto menu = measure::pathMenu(finding.fault, system);
      if (menu.empty()) continue;
      const bool isOther = !measure::isThisSystem(system);
      hasOthers = hasOthers || isOther;
      if (isOther && !fold_->isChecked()) continue;
      lines << QStringLiteral("<span style='color:%1'>%2:</span> %3")
                   .arg(quiet, fromView(measure::soundSystemName(system)),
                        measureWord(menu).toHtmlEscaped());
    }
    html += paragraph(lines);
  }
  for (const RunNote& note : notes_) {
    QStringList lines{QStringLiteral("<b>%1</b>").arg(note.text.toHtmlEscaped())};
    for (const QString& line : note.lines) lines << line.toHtmlEscaped();
    html += paragraph(lines);
  }
  label_->setText(html);
  label_->setAccessibleDescription(accessibleName());
  fold_->setVisible(hasOthers);
  fit();
}

// As tall as its text, up to where it scrolls.
void PathDetails::fit() {
  const int height = label_->heightForWidth(std::max(scroll_->width(), 1));
  scroll_->setFixedHeight(std::clamp(height, fold_->sizeHint().height(), kMostHeight));
}

void PathDetails::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void PathDetails::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

void PathDetails::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) write();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
