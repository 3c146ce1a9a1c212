#include "hum/hands_free.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr int kLeast = 48;        // What has to be read across the room.
constexpr int kLeastBeside = 24;  // What has to be read once, up close.
constexpr int kLeastPercent = 40;
constexpr int kProgressSteps = 1000;

/// As much as the verdict on a step asks for.
bool isChanged(const std::optional<double>& change) {
  return change && std::abs(*change) >= 1.0;
}

void setSize(QLabel* label, int pixels, QFont::Weight weight = QFont::Normal) {
  QFont font = textFont(TextSize::body, weight);
  font.setPixelSize(pixels);
  label->setFont(font);
}

void setColour(QLabel* label, const QColor& colour) {
  QPalette palette = label->palette();
  palette.setColor(QPalette::WindowText, colour);
  label->setPalette(palette);
}

}  // namespace

HandsFree::HandsFree(const Theme& theme, const Clock& clock, QWidget& page)
    : QWidget(&page),
      theme_(theme),
      page_(&page),
      settling_(clock),
      about_(new QLabel),
      level_(new QLabel),
      change_(new QLabel),
      outcome_(new QLabel),
      before_(new QLabel),
      step_(new QLabel),
      how_(new QLabel),
      keys_(new QLabel),
      waiting_(new QLabel),
      progress_(new QProgressBar),
      byItself_(new QCheckBox(tr("Go on by itself when a plug was pulled and all is still"))) {
  setAccessibleName(tr("Hands-free"));
  setFocusPolicy(Qt::StrongFocus);
  // The name of each is what it says.
  about_->setAccessibleDescription(tr("What hums"));
  level_->setAccessibleDescription(tr("Level of the hum"));
  change_->setAccessibleDescription(tr("Change since the mark"));
  outcome_->setAccessibleDescription(tr("What came of the step before"));
  before_->setAccessibleDescription(tr("Before you plug"));
  step_->setAccessibleDescription(tr("What to do now"));
  how_->setAccessibleDescription(tr("How"));
  keys_->setAccessibleDescription(tr("Keys"));
  waiting_->setAccessibleDescription(tr("What it waits for"));
  progress_->setAccessibleName(tr("Progress"));
  for (QLabel* label : {about_, change_, outcome_, before_, step_, how_, keys_, waiting_}) {
    label->setWordWrap(true);
  }
  keys_->setText(
      tr("Space or Page Down: done, next      M: mark      S: can't do that      "
         "P: put it back      Backspace: undo      Esc: leave and stop"));
  progress_->setRange(0, kProgressSteps);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(space::kTight);
  byItself_->setChecked(true);
  byItself_->setFocusPolicy(Qt::TabFocus);

  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(2 * space::kLoose, space::kLoose, 2 * space::kLoose, space::kWide);
  rows->setSpacing(space::kTight);
  rows->addWidget(about_);
  rows->addWidget(level_);
  rows->addWidget(change_);
  rows->addStretch(1);
  rows->addWidget(outcome_);
  rows->addWidget(step_);
  rows->addWidget(before_);
  rows->addWidget(how_);
  rows->addWidget(progress_);
  rows->addStretch(1);
  rows->addWidget(waiting_);
  rows->addWidget(byItself_);
  rows->addWidget(keys_);
  hide();
  show(State{});
}

void HandsFree::show(const State& state) {
  if (state.step.title != state_.step.title || state.step.primary != state_.step.primary) {
    settling_.restart();
  }
  state_ = state;
  about_->setText(state.about);
  level_->setText(state.level ? state.level->text() : unknownReading().text());
  const QString arrow = !isChanged(state.change) ? QString()
                        : *state.change < 0.0    ? QStringLiteral("▼\u2009")
                                                 : QStringLiteral("▲\u2009");
  change_->setText(arrow + state.changeText);
  const auto say = [](QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
  };
  say(outcome_, state.step.outcome
                    ? state.step.outcome->word + QStringLiteral(". ") + state.step.outcome->text
                    : QString());
  say(step_, state.step.title);
  const QString back =
      state.step.putBack.isEmpty() ? QString() : tr("First: %1").arg(state.step.putBack);
  say(before_, (back + u' ' + state.step.before).trimmed());
  say(how_, state.step.list.isEmpty() ? state.step.how : state.step.list.front());
  progress_->setVisible(state.step.progress.has_value());
  progress_->setValue(static_cast<int>(state.step.progress.value_or(0.0) * kProgressSteps));
  setAccessibleDescription(state.about + QStringLiteral(". ") + level_->text() +
                           QStringLiteral(". ") + state.changeText + QStringLiteral(". ") +
                           state.step.title);
  tellSettling();
  colour();
  // Numbers change all the time, and their size with them would be unrest.
  QString said = QString::number(state.changeText.size()) + u' ' +
                 QString::number(static_cast<int>(progress_->isVisibleTo(this)));
  for (const QLabel* label : {about_, outcome_, step_, before_, how_})
    said += label->text() + u'\n';
  if (said != std::exchange(said_, said)) fit();
}

void HandsFree::enter() {
  // The page gets into its window only after this was made.
  QWidget* window = page_ ? page_->window() : parentWidget();
  if (parentWidget() != window) {
    setParent(window);
    window->installEventFilter(this);
  }
  setGeometry(window->rect());
  settling_.restart();
  tellSettling();
  QWidget::show();
  fit();
  raise();
  setFocus();
}

bool HandsFree::goesOnByItself() const {
  return byItself_->isChecked();
}

void HandsFree::setGoesOnByItself(bool does) {
  byItself_->setChecked(does);
}

// Where something is to be done, and nothing is measured yet.
bool HandsFree::waitsForStep() const {
  return state_.step.canSkip && !state_.step.progress && !state_.step.primary.isEmpty();
}

void HandsFree::pushLevel(DecibelsFs level) {
  if (!isVisible() || !waitsForStep()) return;
  const auto was = settling_.state();
  const auto now = settling_.push(level);
  if (now == diagnosis::Settling::State::settled && goesOnByItself()) {
    perform(HandsFreeAction::next);
  }
  if (was != settling_.state()) tellSettling();
}

void HandsFree::tell(const QString& message) {
  waiting_->setText(message);
}

void HandsFree::tellSettling() {
  QString text;
  if (waitsForStep() && goesOnByItself()) {
    switch (settling_.state()) {
      case diagnosis::Settling::State::learning:
        text = tr("Learning how it sounds before you touch anything …");
        break;
      case diagnosis::Settling::State::steady:
      case diagnosis::Settling::State::settled:
        text = tr("Ready: it will notice when you have done it.");
        break;
      case diagnosis::Settling::State::disturbed:
        text = tr("Something changed. Waiting until all is still for two seconds …");
        break;
    }
  }
  waiting_->setText(text);
}

void HandsFree::perform(HandsFreeAction action) {
  if (action == HandsFreeAction::leave) {
    hide();
    Q_EMIT left();
    return;
  }
  Q_EMIT asked(action);
}

std::optional<HandsFreeAction> HandsFree::actionOf(int key) {
  switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_PageDown:
      return HandsFreeAction::next;
    case Qt::Key_M:
    case Qt::Key_B:
      return HandsFreeAction::mark;
    case Qt::Key_S:
      return HandsFreeAction::skip;
    case Qt::Key_P:
      return HandsFreeAction::putBack;
    case Qt::Key_Backspace:
    case Qt::Key_PageUp:
      return HandsFreeAction::undo;
    case Qt::Key_Escape:
      return HandsFreeAction::leave;
    default:
      return std::nullopt;
  }
}

bool HandsFree::event(QEvent* event) {
  // The keys of the page beneath mean something else.
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() == Qt::NoModifier && actionOf(key->key())) {
      event->accept();
      return true;
    }
  }
  return QWidget::event(event);
}

bool HandsFree::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize) {
    setGeometry(parentWidget()->rect());
  }
  return QWidget::eventFilter(watched, event);
}

void HandsFree::keyPressEvent(QKeyEvent* event) {
  const auto action = actionOf(event->key());
  if (!action) return QWidget::keyPressEvent(event);
  // A key that is held is one press.
  if (!event->isAutoRepeat()) perform(*action);
}

void HandsFree::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

// As large as there is room for; a step with much to say in a low window is set smaller rather
// than cut.
void HandsFree::fit() {
  if (!isVisible()) return;
  for (int percent = 100; percent >= kLeastPercent; percent -= 10) {
    setSizes(percent);
    if (layout()->totalHeightForWidth(width()) <= height()) break;
  }
}

void HandsFree::setSizes(int percent) {
  const int unit = std::min(width() / 16, height() / 10);
  const auto scaled = [percent](int pixels) { return pixels * percent / 100; };
  setSize(level_, scaled(std::max(2 * kLeast, unit * 7 / 4)), QFont::DemiBold);
  setSize(change_, scaled(std::max(kLeast, unit * 2 / 3)));
  setSize(step_, scaled(std::max(kLeast, unit * 3 / 4)), QFont::DemiBold);
  const int beside = scaled(std::max(kLeastBeside, unit * 2 / 5));
  for (QLabel* label : {about_, outcome_, before_, how_}) setSize(label, beside);
  const int caption = static_cast<int>(TextSize::caption);
  setSize(waiting_, std::max(caption, std::max(scaled(18), beside * 3 / 4)));
  const int keys = std::max(caption, scaled(static_cast<int>(TextSize::heading)));
  setSize(keys_, keys);
  QFont font = textFont(TextSize::heading);
  font.setPixelSize(keys);
  byItself_->setFont(font);
}

void HandsFree::colour() {
  for (QLabel* label : {about_, how_, keys_, waiting_}) setColour(label, theme_[Role::quietText]);
  setColour(before_, theme_[Role::attention]);
  const Role role = !state_.change              ? Role::quietText
                    : !isChanged(state_.change) ? Role::text
                    : *state_.change < 0.0      ? Role::good
                                                : Role::bad;
  setColour(change_, theme_[role]);
  setColour(outcome_, state_.step.outcome ? theme_[roleOf(state_.step.outcome->tone)]
                                          : theme_[Role::quietText]);
  update();
}

void HandsFree::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
}

void HandsFree::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) colour();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
