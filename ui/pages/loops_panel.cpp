#include "pages/loops_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include "text/chain_text.h"
#include "text/finding_text.h"
#include "text/reading.h"
#include "theme/theme.h"
#include "widgets/two_line_delegate.h"

namespace linecheck::ui {
namespace {

QString pathText(const chain::Desk& desk, const chain::GroundLoop& loop) {
  QStringList names;
  for (const chain::Place& place : loop.path) names << partText(desk, place.part);
  return names.join(QStringLiteral(" → "));
}

QString soundText(const chain::GroundLoop& loop) {
  if (loop.isAudible) return LoopsPanel::tr("It runs through the signal's own return, so it hums.");
  if (!loop.attenuation) {
    return LoopsPanel::tr("It runs through balanced cables only, which keep most of it out.");
  }
  const Decibels least = loop.attenuation->low.value_or(loop.attenuation->nominal);
  return LoopsPanel::tr("It runs through balanced cables only, whose inputs weaken it by %1.")
      .arg(decibelsReading(least, 0).text());
}

QString curesText(const chain::GroundLoop& loop) {
  QString text;
  for (const chain::Fix& fix : loop.fixes) {
    const QString cost = costText(fix.cost);
    text += QStringLiteral("\n\n• ") + fixText(fix) +
            (cost.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(cost));
  }
  return text;
}

// What may make more loops than are found.
QString unknownText(const ChainDocument& document) {
  QStringList names;
  for (const chain::DeviceId& device : document.grounds().unknownClass) {
    names << deviceName(document.desk(), device);
  }
  if (names.isEmpty()) return {};
  return LoopsPanel::tr("Nobody knows whether these are earthed, so there may be more: %1.")
      .arg(names.join(QStringLiteral(", ")));
}

void addParts(const chain::GroundPlan& plan, const chain::GroundLoop& loop,
              std::map<std::string, Role>& parts) {
  for (const std::size_t link : loop.links) parts[plan.links[link].place.part] = Role::loop;
  for (const chain::Place& place : loop.path) parts[place.part] = Role::loop;
  parts.erase(std::string());
}

}  // namespace

LoopsPanel::LoopsPanel(ChainDocument& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      heading_(new QLabel),
      about_(new QLabel),
      list_(new QListWidget) {
  setAccessibleName(tr("Ground loops"));
  heading_->setFont(textFont(TextSize::heading, QFont::DemiBold));
  heading_->setWordWrap(true);
  about_->setWordWrap(true);
  about_->setForegroundRole(QPalette::PlaceholderText);
  list_->setAccessibleName(tr("Ground loops"));
  list_->setItemDelegate(new TwoLineDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->setAutoFillBackground(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kSnug, space::kSnug, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(heading_);
  column->addWidget(list_, 100);
  column->addWidget(about_);
  column->addStretch(1);
  connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
    const auto& loops = document_.grounds().loops;
    about_->setText(unknownText(document_));
    if (row > 0 && static_cast<std::size_t>(row) <= loops.size()) {
      const chain::GroundLoop& loop = loops[static_cast<std::size_t>(row - 1)];
      about_->setText(pathText(document_.desk(), loop) + QStringLiteral("\n\n") + soundText(loop) +
                      u' ' + driveText(loop.drive) + curesText(loop));
    }
    Q_EMIT partsChanged();
  });
  connect(&document_, &ChainDocument::changed, this, [this] {
    isStale_ = true;
    if (isVisible()) fill();
  });
}

void LoopsPanel::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isStale_) fill();
}

void LoopsPanel::fill() {
  isStale_ = false;
  const chain::GroundPlan& plan = document_.grounds();
  const auto count = static_cast<int>(plan.loops.size());
  heading_->setText(count == 0        ? tr("No ground loop")
                    : count == 1      ? tr("One ground loop")
                    : plan.isComplete ? tr("%n ground loops", nullptr, count)
                                      : tr("More than %n ground loops", nullptr, count));
  const QSignalBlocker quiet(list_);
  list_->clear();
  about_->clear();
  list_->setVisible(count > 0);
  if (count == 0) {
    about_->setText(
        tr("As you have described it, no current can flow in a circle through the "
           "shield of an audio cable."));
  } else {
    auto* all = new QListWidgetItem(tr("All of them"), list_);
    all->setData(TwoLineDelegate::kCaption, tr("Everything that a loop runs through"));
    for (const chain::GroundLoop& loop : plan.loops) {
      auto* item = new QListWidgetItem(pathText(document_.desk(), loop), list_);
      item->setData(TwoLineDelegate::kCaption, driveText(loop.drive));
      item->setToolTip(item->text());
      item->setData(Qt::AccessibleTextRole, item->text() + QStringLiteral(". ") + soundText(loop) +
                                                u' ' + driveText(loop.drive));
    }
    list_->setCurrentRow(0);
  }
  Q_EMIT partsChanged();
}

std::map<std::string, Role> LoopsPanel::parts() const {
  std::map<std::string, Role> parts;
  const chain::GroundPlan& plan = document_.grounds();
  const int row = list_->currentRow();
  for (std::size_t i = 0; i < plan.loops.size(); ++i) {
    if (row <= 0 || static_cast<std::size_t>(row - 1) == i) addParts(plan, plan.loops[i], parts);
  }
  return parts;
}

}  // namespace linecheck::ui
