#include "wizard/step_track.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <algorithm>

#include "setup/words.h"
#include "text/sentence_text.h"
#include "text/setup_text.h"
#include "theme/contrast.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

// Where everything lies, from the top.
struct Measures {
  int height;
  int disc;
  int middle;  // Of the disc.
  int name;    // The name's upper edge.
};
constexpr Measures kUsual{68, 26, 24, 42};
constexpr Measures kLow{46, 20, 14, 27};
constexpr int kLeastWidth = 64;

// A stage of the chain: a disc with its number, or how it stands, over its name.
class Stage : public QAbstractButton {
 public:
  Stage(const Theme& theme, int number, QWidget* parent)
      : QAbstractButton(parent), theme_(theme), number_(number) {
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(kLeastWidth);
    setMeasures(kUsual);
  }

  void setMeasures(const Measures& measures) {
    at_ = measures;
    setFixedHeight(measures.height);
    update();
  }

  void show(const setup::StepState& step) {
    state_ = step.state;
    tone_ = toneOf(step);
    const QString title = translated(setup::wordsOf(step.id).title);
    QString how = stateText(step.state);
    if (step.state == setup::State::unknown && !step.items.empty()) {
      how = QCoreApplication::translate("Setup", "%1 of %2 settled")
                .arg(step.settled())
                .arg(step.items.size());
    }
    setText(shortStepName(step.id));
    setAccessibleName(QCoreApplication::translate("Setup", "Step %1: %2").arg(number_).arg(title));
    setAccessibleDescription(how);
    setToolTip(title + QStringLiteral("\n") + how);
    update();
  }

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = theme_[Role::card];
    const QRectF disc(width() / 2.0 - at_.disc / 2.0, at_.middle - at_.disc / 2.0, at_.disc,
                      at_.disc);
    const QColor tone = theme_[roleOf(tone_)];
    const bool isSettled = tone_ != BannerState::Tone::quiet;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);  // The cable runs behind it.
    painter.drawEllipse(disc.adjusted(-3, -3, 3, 3));
    if (isSettled) {
      drawToneIcon(painter, disc, tone_, tone, ground);
    } else {
      const bool isNeeded = state_ != setup::State::notNeeded;
      const QColor ring = isChecked() ? theme_[Role::accent] : theme_[Role::quietText];
      painter.setBrush(underMouse() ? mixed(ground, theme_[Role::line], 0.6) : ground);
      painter.setPen(QPen(isNeeded ? ring : theme_[Role::line], isChecked() ? 2.0 : 1.2));
      painter.drawEllipse(disc.adjusted(1, 1, -1, -1));
      painter.setPen(isChecked() ? theme_[Role::accent] : theme_[Role::quietText]);
      painter.setFont(textFont(TextSize::body, QFont::DemiBold));
      painter.drawText(disc, Qt::AlignCenter,
                       isNeeded ? QString::number(number_) : QStringLiteral("–"));
    }
    if (isChecked()) {
      painter.setPen(QPen(theme_[Role::accent], 2));
      painter.setBrush(Qt::NoBrush);
      if (isSettled) painter.drawEllipse(disc.adjusted(-3, -3, 3, 3));
    }
    painter.setFont(textFont(TextSize::caption, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(theme_[isChecked() ? Role::text : Role::quietText]);
    const QRectF room(0, at_.name, width(), 18);
    painter.drawText(room, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    if (hasFocus()) {
      painter.setPen(QPen(theme_[Role::accent], 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(QRectF(rect()).adjusted(4, 1, -4, -1), space::kRadius,
                              space::kRadius);
    }
  }

 private:
  const Theme& theme_;
  int number_;
  Measures at_ = kUsual;
  setup::State state_ = setup::State::unknown;
  BannerState::Tone tone_ = BannerState::Tone::quiet;
};

}  // namespace

StepTrack::StepTrack(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), stages_(new QButtonGroup(this)) {
  setAccessibleName(tr("Steps"));
  setFixedHeight(kUsual.height + 1);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kTight, 0, space::kTight, 1);
  row->setSpacing(0);
  const auto ids = setup::stepIds();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto* stage = new Stage(theme_, static_cast<int>(i) + 1, this);
    stages_->addButton(stage, static_cast<int>(i));
    row->addWidget(stage);
  }
  connect(stages_, &QButtonGroup::idClicked, this,
          [this](int id) { Q_EMIT chosen(setup::stepIds()[static_cast<std::size_t>(id)]); });
}

void StepTrack::show(const std::vector<setup::StepState>& steps, setup::StepId at) {
  lit_ = 0;
  bool isLit = true;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto* stage = static_cast<Stage*>(stages_->button(static_cast<int>(i)));
    if (stage == nullptr) continue;
    stage->show(steps[i]);
    const bool isAt = steps[i].id == at;
    if (isAt) stage->setChecked(true);
    // Tab comes to the step in front, whoever brought it there, and arrows lead to the others.
    stage->setFocusPolicy(isAt ? Qt::StrongFocus : Qt::ClickFocus);
    isLit = isLit &&
            (steps[i].state == setup::State::done || steps[i].state == setup::State::notNeeded);
    if (isLit) lit_ = i + 1;
  }
  update();
}

void StepTrack::setLow(bool isLow) {
  if (isLow == isLow_) return;
  isLow_ = isLow;
  const Measures& measures = isLow ? kLow : kUsual;
  for (QAbstractButton* stage : stages_->buttons()) {
    static_cast<Stage*>(stage)->setMeasures(measures);
  }
  setFixedHeight(measures.height + 1);
}

void StepTrack::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme_[Role::card]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, height() - 1, width(), height() - 1);
  const auto middle = [this](std::size_t stage) {
    const QRect box = stages_->button(static_cast<int>(stage))->geometry();
    return QPointF(box.left() + box.width() / 2.0, isLow_ ? kLow.middle : kUsual.middle);
  };
  const auto count = static_cast<std::size_t>(stages_->buttons().size());
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const bool isLit = i < lit_;
    painter.setPen(QPen(theme_[isLit ? Role::good : Role::line], isLit ? 3.0 : 2.0));
    painter.drawLine(middle(i), middle(i + 1));
  }
}

}  // namespace linecheck::ui
