#include "widgets/verdict_banner.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include "text/reading.h"
#include "theme/style.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr int kIcon = 26;

void setTextColour(QLabel* label, const QColor& colour) {
  QPalette palette = label->palette();
  palette.setColor(QPalette::WindowText, colour);
  label->setPalette(palette);
}

}  // namespace

VerdictBanner::VerdictBanner(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      sentence_(new QLabel(this)),
      detail_(new QLabel(this)),
      confidence_(new QLabel(this)),
      deed_(new QPushButton(this)) {
  setAccessibleName(tr("Verdict"));
  setMinimumHeight(76);
  sentence_->setFont(textFont(TextSize::verdict, QFont::DemiBold));
  sentence_->setWordWrap(true);
  sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  detail_->setWordWrap(true);
  detail_->setTextFormat(Qt::RichText);
  detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  confidence_->setAlignment(Qt::AlignRight | Qt::AlignTop);
  confidence_->setTextFormat(Qt::RichText);
  confidence_->setToolTip(tr("How sure this is, from what was measured alone."));

  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(space::kNormal + kIcon + space::kSnug, space::kSnug, space::kNormal,
                             space::kSnug);
  layout->setHorizontalSpacing(space::kNormal);
  layout->setVerticalSpacing(space::kHair);
  layout->addWidget(sentence_, 0, 0);
  layout->addWidget(confidence_, 0, 1);
  layout->addWidget(detail_, 1, 0, 1, 2);
  layout->addWidget(deed_, 0, 2, 2, 1, Qt::AlignVCenter);
  deed_->setProperty(Style::kPrimary, true);
  deed_->setMinimumHeight(36);
  deed_->hide();
  connect(deed_, &QPushButton::clicked, this, &VerdictBanner::deedPressed);
  layout->setColumnStretch(0, 1);
  colour();
}

void VerdictBanner::show(const BannerState& state) {
  if (state == state_) return;
  const bool isNews = state.sentence != state_.sentence;
  state_ = state;
  sentence_->setText(state.sentence);
  setAccessibleDescription(state.word + QStringLiteral(". ") + state.sentence + u' ' +
                           state.detail);
  colour();
  if (isNews) {
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
}

void VerdictBanner::setDeed(const QString& deed) {
  deed_->setText(deed);
  deed_->setAccessibleName(deed);
  deed_->setVisible(!deed.isEmpty());
}

void VerdictBanner::colour() {
  const QColor tone = theme_[roleOf(state_.tone)];
  setTextColour(detail_, theme_[Role::quietText]);
  QString detail = state_.detail.toHtmlEscaped();
  if (!state_.word.isEmpty()) {
    detail = QStringLiteral("<span style='color:%1;font-weight:600'>%2</span>&nbsp; %3")
                 .arg(tone.name(), state_.word.toHtmlEscaped(), detail);
  }
  detail_->setText(detail);
  confidence_->setVisible(state_.confidence.has_value());
  if (state_.confidence) {
    confidence_->setText(QStringLiteral("<span style='font-size:%1px;font-weight:600'>%2</span>"
                                        "<span style='color:%3'> %4</span>")
                             .arg(static_cast<int>(TextSize::verdict))
                             .arg(probabilityText(*state_.confidence).toHtmlEscaped(),
                                  theme_[Role::quietText].name(), tr("sure")));
  }
  update();
}

void VerdictBanner::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::card]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
  const QColor tone = theme_[roleOf(state_.tone)];
  painter.fillRect(QRect(0, 0, space::kHair, height() - 1), tone);
  const qreal middle = sentence_->geometry().top() + QFontMetricsF(sentence_->font()).height() / 2;
  drawToneIcon(painter, QRectF(space::kNormal, middle - kIcon / 2.0, kIcon, kIcon), state_.tone,
               tone, theme_[Role::card]);
}

void VerdictBanner::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) colour();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
