#include "hum/step_card.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "theme/style.h"
#include "widgets/flow_layout.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr int kPrimaryHeight = 38;
constexpr int kLeastText = 64;
constexpr int kProgressSteps = 1000;

QString marked(BannerState::Tone tone) {
  switch (tone) {
    case BannerState::Tone::good:
      return QStringLiteral("✓");
    case BannerState::Tone::attention:
      return QStringLiteral("▲");
    case BannerState::Tone::bad:
      return QStringLiteral("◆");
    case BannerState::Tone::quiet:
      break;
  }
  return QStringLiteral("○");
}

/// A number stays with its unit.
QString unbroken(const QString& text) {
  return QString(text).replace(QChar(0x2009), QChar(0x202f)).toHtmlEscaped();
}

}  // namespace

StepCard::StepCard(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      scroll_(new QScrollArea),
      dummy_(new DummyPicture(theme)),
      progress_(new QProgressBar),
      primary_(new QPushButton) {
  setAccessibleName(tr("Next step"));
  auto* sheet = new QWidget;
  auto* column = new QVBoxLayout(sheet);
  column->setContentsMargins(space::kNormal, space::kSnug, space::kSnug, space::kTight);
  column->setSpacing(space::kTight);
  auto* head = new QHBoxLayout;
  head->setSpacing(space::kTight);
  column->addLayout(head);
  kicker_ = addText(column, tr("About this step"));
  head->addWidget(kicker_, 1);
  kicker_->setFont(textFont(TextSize::caption));
  outcome_ = addText(column, tr("What came of the step before"));
  outcome_->setTextFormat(Qt::RichText);
  title_ = addText(column, tr("What to do"));
  title_->setFont(textFont(TextSize::heading, QFont::DemiBold));
  backFirst_ = addText(column, tr("What to put back first"));
  backFirst_->setTextFormat(Qt::RichText);
  before_ = addText(column, tr("Before you plug"));
  before_->setTextFormat(Qt::RichText);
  how_ = addText(column, tr("How"));
  column->addWidget(dummy_);
  list_ = addText(column, tr("List"));
  list_->setTextFormat(Qt::RichText);
  why_ = addText(column, tr("Why"));
  column->addStretch(1);
  scroll_->setWidget(sheet);
  scroll_->setWidgetResizable(true);
  scroll_->setMinimumHeight(kLeastText);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  sheet->setAutoFillBackground(false);

  progress_->setAccessibleName(tr("Progress"));
  progress_->setRange(0, kProgressSteps);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(space::kTight - 2);
  primary_->setProperty(Style::kPrimary, true);
  primary_->setMinimumHeight(kPrimaryHeight);
  primary_->setFont(textFont(TextSize::heading, QFont::DemiBold));
  connect(primary_, &QPushButton::clicked, this, &StepCard::primaryPressed);
  auto* small = new QWidget;
  auto* flow = new FlowLayout(space::kHair, small);
  skip_ =
      addSmall(tr("I can't do that"), tr("Another step is looked for."), &StepCard::skipPressed);
  putBack_ = addSmall(tr("Put it back"), tr("You put the last step back as it was before."),
                      &StepCard::putBackPressed);
  undo_ = addSmall(tr("Undo"), tr("The last step does not count."), &StepCard::undoPressed);
  stop_ = addSmall(tr("End the hunt"), tr("Leaves the hunt; its timeline stays."),
                   &StepCard::stopPressed);
  for (QPushButton* button : {skip_, putBack_, undo_}) flow->addWidget(button);
  stop_->setFlat(true);
  stop_->setFont(textFont(TextSize::caption));
  head->addWidget(stop_);

  auto* deeds = new QVBoxLayout;
  deeds->setContentsMargins(space::kNormal, 0, space::kSnug, space::kSnug);
  deeds->setSpacing(space::kTight);
  deeds->addWidget(progress_);
  deeds->addWidget(primary_);
  deeds->addWidget(small);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 1, 0, 0);
  all->setSpacing(space::kHair);
  all->addWidget(scroll_, 1);
  all->addLayout(deeds);
  show(StepCardState{});
}

QLabel* StepCard::addText(QVBoxLayout* column, const QString& name) {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setAccessibleDescription(name);  // Its name is what it says.
  column->addWidget(label);
  return label;
}

QPushButton* StepCard::addSmall(const QString& text, const QString& tip,
                                void (StepCard::*signal)()) {
  auto* button = new QPushButton(text);
  button->setAccessibleName(text);
  button->setToolTip(tip);
  connect(button, &QPushButton::clicked, this, signal);
  return button;
}

void StepCard::show(const StepCardState& state) {
  const bool isNews = state.title != state_.title || state.outcome != state_.outcome;
  state_ = state;
  const auto say = [](QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
  };
  say(kicker_, state.kicker);
  say(title_, state.title);
  say(how_, state.how);
  say(why_, state.why);
  dummy_->setVisible(state.dummy.has_value());
  if (state.dummy) dummy_->show(*state.dummy);
  progress_->setVisible(state.progress.has_value());
  progress_->setValue(static_cast<int>(state.progress.value_or(0.0) * kProgressSteps));
  primary_->setVisible(!state.primary.isEmpty());
  primary_->setText(state.primary);
  primary_->setAccessibleName(state.primary);
  primary_->setAccessibleDescription(state.title);
  skip_->setVisible(state.canSkip);
  undo_->setVisible(state.canUndo);
  putBack_->setVisible(state.canPutBack);
  stop_->setVisible(state.canStop);
  colour();
  QStringList said{state.title, state.putBack, state.before, state.how};
  if (state.outcome) said.prepend(state.outcome->word + QStringLiteral(". ") + state.outcome->text);
  said.removeAll(QString());
  setAccessibleDescription(said.join(u' '));
  if (isNews) {
    scroll_->ensureVisible(0, 0);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
  }
}

void StepCard::colour() {
  QPalette quiet = kicker_->palette();
  quiet.setColor(QPalette::WindowText, theme_[Role::quietText]);
  kicker_->setPalette(quiet);
  why_->setPalette(quiet);
  outcome_->setVisible(state_.outcome.has_value());
  if (state_.outcome) {
    const auto& outcome = *state_.outcome;
    outcome_->setText(QStringLiteral("<span style='color:%1;font-weight:600'>%2&nbsp;%3.</span> %4")
                          .arg(theme_[roleOf(outcome.tone)].name(), marked(outcome.tone),
                               outcome.word.toHtmlEscaped(), unbroken(outcome.text)));
  }
  const auto warn = [this](QLabel* label, const QString& word, const QString& text) {
    label->setVisible(!text.isEmpty());
    label->setText(
        QStringLiteral("<span style='color:%1;font-weight:600'>%2</span> %3")
            .arg(theme_[Role::attention].name(), word.toHtmlEscaped(), text.toHtmlEscaped()));
  };
  warn(before_, tr("▲ Before you plug:"), state_.before);
  warn(backFirst_, tr("↩ First:"), state_.putBack);
  list_->setVisible(!state_.list.isEmpty());
  QString items;
  for (const QString& item : state_.list) {
    items +=
        QStringLiteral("<div style='margin-top:4px'>•&nbsp;%1</div>").arg(item.toHtmlEscaped());
  }
  list_->setText(items);
  update();
}

void StepCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::card]);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, 0, width(), 0);
}

void StepCard::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) colour();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
