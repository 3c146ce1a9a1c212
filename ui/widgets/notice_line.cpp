#include "widgets/notice_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace linecheck::ui {

NoticeLine::NoticeLine(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), text_(new QLabel(this)), deed_(new QPushButton(this)) {
  setAccessibleName(tr("Notice"));
  text_->setForegroundRole(QPalette::PlaceholderText);
  text_->setWordWrap(true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kNormal, space::kHair, space::kNormal, space::kHair + 1);
  row->setSpacing(space::kSnug);
  row->addWidget(text_, 1);
  row->addWidget(deed_);
  connect(deed_, &QPushButton::clicked, this, &NoticeLine::deedPressed);
  hide();
}

void NoticeLine::show(const QString& text, const QString& deed) {
  text_->setText(text);
  setAccessibleDescription(text);
  deed_->setText(deed);
  deed_->setVisible(!deed.isEmpty());
  setVisible(!text.isEmpty());
}

QString NoticeLine::text() const {
  return text_->text();
}

void NoticeLine::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace linecheck::ui
