#include "wizard/item_card.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "text/chain_text.h"
#include "text/finding_text.h"
#include "text/sentence_text.h"
#include "text/setup_text.h"
#include "theme/style.h"
#include "widgets/flow_layout.h"
#include "wizard/item_header.h"

namespace linecheck::ui {
namespace {

constexpr int kLeft = space::kSnug + 22 + space::kSnug;  // Under the header's sentence.

QLabel* line(QVBoxLayout* column) {
  auto* label = new QLabel;
  label->setWordWrap(true);
  label->setTextFormat(Qt::RichText);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->hide();
  column->addWidget(label);
  return label;
}

void setText(QLabel* label, const QStringList& paragraphs) {
  QString text;
  for (const QString& paragraph : paragraphs) {
    text += QStringLiteral("<p style='margin-top:%1px;margin-bottom:0'>%2</p>")
                .arg(text.isEmpty() ? 0 : 4)
                .arg(paragraph);
  }
  label->setText(text);
  label->setVisible(!paragraphs.isEmpty());
}

// Whether its sentence tells what to do; else it tells how things should be.
bool isDeed(setup::ItemKind kind) {
  using setup::ItemKind;
  switch (kind) {
    case ItemKind::soundOrder:
    case ItemKind::balancedLines:
    case ItemKind::earth:
    case ItemKind::mains:
    case ItemKind::mainsVoltage:
    case ItemKind::notMuted:
    case ItemKind::soundPath:
    case ItemKind::wholePath:
    case ItemKind::headroom:
    case ItemKind::headphoneOutput:
    case ItemKind::liveControl:
    case ItemKind::matched:
    case ItemKind::hum:
    case ItemKind::checklistLine:
      return false;
    default:
      return true;
  }
}

QStringList foundIn(const setup::ItemState& item) {
  QStringList found;
  // What the rules say of the desk says more than that it is so.
  const bool isRules = item.knownBy == setup::KnownBy::chain && !item.findings.empty();
  if (item.found && !isRules) found << translated(*item.found).toHtmlEscaped();
  for (const auto& finding : item.findings) {
    const QString text = findingText(finding).toHtmlEscaped();
    if (!found.contains(text)) found << text;
  }
  for (const Sentence& contradiction : item.contradictions) {
    found << QStringLiteral("<i>%1</i>").arg(translated(contradiction).toHtmlEscaped());
  }
  return found;
}

QStringList curesOf(const setup::ItemState& item) {
  QStringList cures;
  const bool isRules = item.knownBy == setup::KnownBy::chain && !item.findings.empty();
  if (item.cure && !isRules) cures << translated(*item.cure).toHtmlEscaped();
  for (const auto& finding : item.findings) {
    for (const chain::Fix& fix : finding.fixes) {
      QString text = fixText(fix).toHtmlEscaped();
      const QString cost = costText(fix.cost);
      if (!cost.isEmpty()) text += QStringLiteral(" <i>(%1)</i>").arg(cost.toHtmlEscaped());
      if (!cures.contains(text)) cures << text;
    }
  }
  if (!cures.isEmpty()) {
    cures.prepend(QStringLiteral("<b>%1</b>").arg(ItemCard::tr("What helps")));
  }
  return cures;
}

}  // namespace

ItemCard::ItemCard(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), header_(new ItemHeader(theme)), body_(new QWidget) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(header_);
  column->addWidget(body_);
  buildBody();
  connect(header_, &QAbstractButton::clicked, this, &ItemCard::chosen);
}

void ItemCard::buildBody() {
  auto* column = new QVBoxLayout(body_);
  column->setContentsMargins(kLeft, 0, space::kSnug, space::kSnug);
  column->setSpacing(space::kTight);
  found_ = line(column);
  found_->setAccessibleName(tr("What was found"));
  cures_ = line(column);
  cures_->setAccessibleName(tr("What helps"));
  why_ = line(column);
  why_->setAccessibleName(tr("Why"));
  why_->setForegroundRole(QPalette::PlaceholderText);
  auto* buttons = new QWidget;
  auto* row = new FlowLayout(space::kTight, buttons);
  done_ = addButton(tr("Done"));
  so_ = addButton(tr("It stands so"));
  change_ = addButton(tr("Correct this…"));
  wrong_ = addButton(tr("It is not so"));
  notNeeded_ = addButton(tr("Not needed here"));
  takeBack_ = addButton(tr("Take back"));
  askWhy_ = addButton(tr("Why?"));
  askWhy_->setCheckable(true);
  for (auto* button : {so_, done_, change_, wrong_, notNeeded_, takeBack_, askWhy_}) {
    row->addWidget(button);
  }
  column->addWidget(buttons);
  connect(done_, &QPushButton::clicked, this, [this] { Q_EMIT answered(setup::Answer::done); });
  connect(wrong_, &QPushButton::clicked, this, [this] { Q_EMIT answered(setup::Answer::wrong); });
  connect(notNeeded_, &QPushButton::clicked, this,
          [this] { Q_EMIT answered(setup::Answer::notNeeded); });
  connect(takeBack_, &QPushButton::clicked, this, &ItemCard::takenBack);
  connect(so_, &QPushButton::clicked, this, &ItemCard::standsSo);
  connect(change_, &QPushButton::clicked, this, &ItemCard::changeWanted);
  connect(askWhy_, &QPushButton::toggled, why_, &QWidget::setVisible);
}

QPushButton* ItemCard::addButton(const QString& text) {
  auto* button = new QPushButton(text);
  button->setAutoDefault(false);
  return button;
}

void ItemCard::show(const setup::ItemState& item, std::chrono::sys_seconds now, bool isCurrent) {
  const bool isOther = id_ != item.item.id;
  id_ = item.item.id;
  isCurrent_ = isCurrent;
  header_->show(item, now, isCurrent);
  body_->setVisible(isCurrent);
  if (isCurrent) {
    setText(found_, foundIn(item));
    setText(cures_, item.state == setup::State::done ? QStringList() : curesOf(item));
    why_->setText(item.item.why ? translated(*item.item.why).toHtmlEscaped() : QString());
    if (isOther || !item.item.why) askWhy_->setChecked(false);
    why_->setVisible(askWhy_->isChecked());
    showButtons(item);
  }
  update();
}

void ItemCard::showButtons(const setup::ItemState& item) {
  using setup::KnownBy;
  using setup::State;
  const bool canTick = item.item.canBeKnown(KnownBy::user);
  const bool isTicked = item.knownBy == KnownBy::user && item.state != State::unknown;
  const bool isOpen = item.state == State::unknown || item.state == State::wrong;
  // What the desk says wrong is told to the desk, not ticked over it.
  const bool isDesks = item.knownBy == KnownBy::chain && item.state == State::wrong;
  const bool isSetting = item.item.target.has_value() && item.item.canBeKnown(KnownBy::chain);
  so_->setVisible(isSetting && isOpen);
  if (isSetting) {
    so_->setText(tr("It stands at %1").arg(settingText(item.item.target->setting)));
  }
  change_->setText(isDesks ? tr("I have changed it…") : tr("Correct this…"));
  // A setting that is only advised against is the user's to keep.
  const bool mayStay = isSetting && isDesks;
  done_->setText(mayStay                  ? tr("Leave it so")
                 : isDeed(item.item.kind) ? tr("Done")
                                          : tr("It is so"));
  done_->setVisible(canTick && !isTicked && isOpen && (mayStay || (!isDesks && !isSetting)));
  wrong_->setVisible(canTick && item.state == State::unknown && !isDeed(item.item.kind));
  notNeeded_->setVisible(canTick && item.state == State::unknown);
  takeBack_->setVisible(isTicked);
  const bool isOfChain = item.item.canBeKnown(KnownBy::chain) && !item.item.where.empty();
  change_->setVisible(isOfChain);
  askWhy_->setVisible(item.item.why.has_value());
  for (auto* button : {done_, so_, change_}) button->setProperty(Style::kPrimary, false);
  QPushButton* primary = !so_->isHidden()     ? so_
                         : !done_->isHidden() ? done_
                         : isDesks            ? change_
                                              : nullptr;
  // What can be measured is better measured; that is the step's own button.
  const bool isMeasurable = canTick && !isSetting && item.item.canBeKnown(KnownBy::measured);
  if (primary != nullptr && isOpen && !isMeasurable) primary->setProperty(Style::kPrimary, true);
  for (auto* button : {done_, so_, change_}) button->update();
}

void ItemCard::focusDeed() {
  for (auto* button : {so_, done_, change_, takeBack_}) {
    if (button->isHidden()) continue;
    button->setFocus(Qt::OtherFocusReason);
    return;
  }
  header_->setFocus(Qt::OtherFocusReason);
}

void ItemCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setBrush(theme_[Role::card]);
  painter.setPen(QPen(theme_[isCurrent_ ? Role::accent : Role::line], isCurrent_ ? 1.5 : 1.0));
  painter.drawRoundedRect(box, space::kRadius, space::kRadius);
}

}  // namespace linecheck::ui
