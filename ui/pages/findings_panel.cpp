#include "pages/findings_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "rules/rules.h"
#include "text/finding_text.h"
#include "widgets/tone_delegate.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

QString curesText(const rules::Finding& finding) {
  if (finding.fixes.empty()) return {};
  QString text = QStringLiteral("<b>%1</b>").arg(FindingsPanel::tr("What helps"));
  for (const chain::Fix& fix : finding.fixes) {
    text += QStringLiteral("<p style='margin-top:6px;margin-bottom:0'>%1")
                .arg(fixText(fix).toHtmlEscaped());
    const QString cost = costText(fix.cost);
    if (!cost.isEmpty()) text += QStringLiteral(" <i>(%1)</i>").arg(cost.toHtmlEscaped());
    text += QStringLiteral("</p>");
  }
  return text;
}

}  // namespace

FindingsPanel::FindingsPanel(const Theme& theme, ChainDocument& document, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      document_(document),
      list_(new QListWidget),
      nothing_(new QLabel(tr("No rule finds anything wrong with this desk."))),
      cures_(new QLabel),
      approve_(new QPushButton) {
  setAccessibleName(tr("Findings"));
  list_->setAccessibleName(tr("Findings"));
  list_->setItemDelegate(new ToneDelegate(theme_, list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setMouseTracking(true);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setResizeMode(QListView::Adjust);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->viewport()->setAutoFillBackground(false);
  nothing_->setWordWrap(true);
  nothing_->setForegroundRole(QPalette::PlaceholderText);
  nothing_->setContentsMargins(space::kTight, space::kTight, space::kTight, 0);
  cures_->setWordWrap(true);
  cures_->setTextFormat(Qt::RichText);
  cures_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kTight, space::kTight, space::kTight, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(nothing_);
  column->addWidget(list_, 1);
  auto* below = new QVBoxLayout;
  below->setContentsMargins(space::kTight, 0, space::kHair, 0);
  below->setSpacing(space::kSnug);
  below->addWidget(cures_);
  below->addWidget(approve_, 0, Qt::AlignLeft);
  column->addLayout(below);
  connect(list_, &QListWidget::currentRowChanged, this, [this] {
    showChosen();
    Q_EMIT chosenChanged();
  });
  connect(approve_, &QPushButton::clicked, this, &FindingsPanel::approveChosen);
  connect(&document_, &ChainDocument::changed, this, &FindingsPanel::refresh);
  refresh();
}

void FindingsPanel::refresh() {
  const auto was = chosen() ? std::optional(rules::approvalOf(*chosen())) : std::nullopt;
  findings_ = rules::check({document_.desk(), document_.grounds()});
  // What the user knows of goes to the end.
  std::stable_partition(findings_.begin(), findings_.end(), isOpen);
  const QSignalBlocker quiet(list_);
  list_->clear();
  int row = -1;
  for (const rules::Finding& finding : findings_) {
    auto* item = new QListWidgetItem(findingText(finding), list_);
    const QString word = severityWord(finding.severity);
    item->setData(ToneDelegate::kTone, static_cast<int>(toneOf(finding.severity)));
    item->setData(ToneDelegate::kWord, finding.isApproved ? tr("%1, you know").arg(word) : word);
    item->setData(ToneDelegate::kIsQuiet, !isOpen(finding));
    item->setData(Qt::AccessibleTextRole,
                  item->data(ToneDelegate::kWord).toString() + QStringLiteral(": ") + item->text());
    if (was && rules::approvalOf(finding) == *was) row = list_->count() - 1;
  }
  list_->setCurrentRow(row);
  nothing_->setVisible(findings_.empty());
  showChosen();
  Q_EMIT chosenChanged();
}

const rules::Finding* FindingsPanel::chosen() const {
  const int row = list_->currentRow();
  if (row < 0 || static_cast<std::size_t>(row) >= findings_.size()) return nullptr;
  return &findings_[static_cast<std::size_t>(row)];
}

void FindingsPanel::clearChoice() {
  list_->setCurrentRow(-1);
  list_->clearSelection();
}

int FindingsPanel::openCount() const {
  return static_cast<int>(std::count_if(findings_.begin(), findings_.end(), isOpen));
}

std::map<std::string, Role> FindingsPanel::parts() const {
  std::map<std::string, Role> parts;
  if (const rules::Finding* finding = chosen()) {
    const Role role = finding->severity == rules::Severity::info
                          ? Role::accent
                          : roleOf(toneOf(finding->severity));
    for (const chain::Place& place : finding->where) parts[place.part] = role;
  }
  parts.erase(std::string());
  return parts;
}

void FindingsPanel::showChosen() {
  const rules::Finding* finding = chosen();
  const QString cures = finding ? curesText(*finding) : QString();
  cures_->setText(cures);
  cures_->setVisible(!cures.isEmpty());
  approve_->setVisible(finding != nullptr);
  if (finding == nullptr) return;
  approve_->setText(finding->isApproved ? tr("Remind me again") : tr("I know, leave it"));
  approve_->setToolTip(finding->isApproved
                           ? tr("Counts this among what is wrong with the desk again.")
                           : tr("Saved with the chain; it stays in the list, at the end."));
}

void FindingsPanel::approveChosen() {
  const rules::Finding* finding = chosen();
  if (!finding) return;
  const chain::Approval approval = rules::approvalOf(*finding);
  document_.apply(finding->isApproved ? chain::withdrawApproval(document_.desk(), approval)
                                      : chain::approve(document_.desk(), approval));
}

}  // namespace linecheck::ui
