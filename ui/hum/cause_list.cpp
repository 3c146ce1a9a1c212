#include "hum/cause_list.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "hum/cause_row.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;

constexpr std::size_t kAlways = 3;

}  // namespace

CauseList::CauseList(const Theme& theme, QWidget* parent)
    : QScrollArea(parent),
      theme_(theme),
      rows_(new QVBoxLayout),
      caption_(new QLabel),
      empty_(new QLabel(tr("The causes stand here as soon as enough has been heard."))),
      more_(new QPushButton) {
  setAccessibleName(tr("Causes"));
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
  auto* sheet = new QWidget;
  sheet->setLayout(rows_);
  rows_->setContentsMargins(0, space::kTight, 0, space::kTight);
  rows_->setSpacing(0);
  for (QLabel* line : {caption_, empty_}) {
    line->setWordWrap(true);
    line->setForegroundRole(QPalette::PlaceholderText);
    line->setContentsMargins(space::kNormal, space::kTight, space::kNormal, 0);
    rows_->addWidget(line);
  }
  caption_->setFont(textFont(TextSize::caption));
  caption_->hide();
  for (const Cause cause : diagnosis::causes()) {
    Entry entry{new CauseRow(theme_, cause), new WhyPanel(theme_, cause)};
    entry.why->hide();
    entry.row->hide();
    connect(entry.row, &QAbstractButton::toggled, this, [this, cause](bool isOpen) {
      if (isOpen) {
        open(cause);
      } else if (open_ == cause) {
        open_.reset();
        showWhy();
      }
    });
    rows_->addWidget(entry.row);
    rows_->addWidget(entry.why);
    entries_[cause] = entry;
  }
  more_->setFlat(true);
  auto* moreRow = new QHBoxLayout;
  moreRow->setContentsMargins(space::kNormal, space::kHair, space::kNormal, 0);
  moreRow->addWidget(more_);
  moreRow->addStretch();
  rows_->addLayout(moreRow);
  rows_->addStretch(1);
  connect(more_, &QPushButton::clicked, this, [this] {
    showsAll_ = !showsAll_;
    arrange();
  });
  setWidget(sheet);
  viewport()->setAutoFillBackground(false);
  sheet->setAutoFillBackground(false);
  arrange();
}

void CauseList::show(const diagnosis::Diagnosis& diagnosis) {
  diagnosis_ = diagnosis;
  for (const auto& cause : diagnosis.causes) {
    entries_[cause.cause].row->show(cause.probability, cause.cause == diagnosis.main().cause);
  }
  arrange();
  showWhy();
}

void CauseList::clear() {
  diagnosis_.reset();
  arrange();
  showWhy();
}

void CauseList::setCaption(const QString& caption) {
  caption_->setText(caption);
  caption_->setVisible(!caption.isEmpty());
}

std::vector<Cause> CauseList::shown() const {
  std::vector<Cause> shown;
  if (!diagnosis_) return shown;
  for (std::size_t i = 0; i < diagnosis_->causes.size(); ++i) {
    const Cause cause = diagnosis_->causes[i].cause;
    if (showsAll_ || i < kAlways || cause == Cause::noHum || cause == Cause::unknown) {
      shown.push_back(cause);
    }
  }
  return shown;
}

// Rows move only when their order changes, so that a press never lands on another one's place.
void CauseList::arrange() {
  const std::vector<Cause> shown = this->shown();
  empty_->setVisible(shown.empty());
  more_->setVisible(!shown.empty());
  more_->setText(showsAll_ ? tr("Fewer causes") : tr("All %1 causes").arg(entries_.size()));
  more_->setAccessibleName(more_->text());
  for (auto& [cause, entry] : entries_) {
    const bool isShown = std::find(shown.begin(), shown.end(), cause) != shown.end();
    entry.row->setVisible(isShown);
    if (!isShown) entry.why->hide();
  }
  if (order_ == shown) return;
  QWidget* before = empty_;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const Entry& entry = entries_[shown[i]];
    rows_->removeWidget(entry.row);
    rows_->removeWidget(entry.why);
    rows_->insertWidget(static_cast<int>(2 + 2 * i), entry.row);
    rows_->insertWidget(static_cast<int>(3 + 2 * i), entry.why);
    setTabOrder(before, entry.row);
    before = entry.row;
  }
  setTabOrder(before, more_);
  order_ = shown;
}

void CauseList::open(Cause cause) {
  open_ = cause;
  for (auto& [other, entry] : entries_) {
    const QSignalBlocker quiet(entry.row);
    entry.row->setChecked(other == cause);
  }
  showWhy();
}

void CauseList::showWhy() {
  for (auto& [cause, entry] : entries_) {
    const bool isOpen = open_ == cause && !entry.row->isHidden() && diagnosis_.has_value();
    if (isOpen) {
      for (const auto& probability : diagnosis_->causes) {
        if (probability.cause == cause) {
          entry.why->show(whyLines(diagnosis_->evidence, probability));
        }
      }
    }
    entry.why->setVisible(isOpen);
    if (open_ != cause) {
      const QSignalBlocker quiet(entry.row);
      entry.row->setChecked(false);
    }
    entry.row->update();
  }
}

}  // namespace linecheck::ui
