#include "hum/timeline_panel.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "theme/theme.h"
#include "widgets/flow_layout.h"
#include "widgets/two_line_delegate.h"

namespace linecheck::ui {

TimelinePanel::TimelinePanel(const HuntTimeline& timeline, QWidget* parent)
    : QWidget(parent),
      timeline_(timeline),
      empty_(new QLabel(tr("Each step of a hunt stands here with its time. Choose one to see it "
                           "again."))),
      list_(new QListWidget),
      live_(new QPushButton(tr("Now"))),
      save_(new QPushButton(tr("Save…"))),
      sound_(new QPushButton(tr("Sound…"))) {
  setAccessibleName(tr("Timeline"));
  empty_->setWordWrap(true);
  empty_->setForegroundRole(QPalette::PlaceholderText);
  list_->setAccessibleName(tr("Timeline of the hunt"));
  list_->setItemDelegate(new TwoLineDelegate(list_));
  list_->setFrameShape(QFrame::NoFrame);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->setAutoFillBackground(false);
  auto* open = new QPushButton(tr("Open…"));
  live_->setToolTip(tr("Shows what is heard now."));
  save_->setToolTip(tr("Saves the hunt as JSON, or as a table."));
  open->setToolTip(tr("Opens a hunt that was saved."));
  sound_->setToolTip(tr("Saves what was heard at the chosen moment as a sound file."));
  auto* deeds = new QWidget;
  auto* flow = new FlowLayout(space::kHair, deeds);
  for (QPushButton* button : {live_, save_, open, sound_}) {
    button->setAccessibleName(button->text());
    flow->addWidget(button);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kTight, space::kSnug, space::kTight);
  column->setSpacing(space::kTight);
  column->addWidget(empty_);
  column->addWidget(list_, 1);
  column->addStretch(0);
  column->addWidget(deeds);
  connect(&timeline_, &HuntTimeline::changed, this, &TimelinePanel::fill);
  connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
    live_->setEnabled(row >= 0);
    sound_->setEnabled(row >= 0 &&
                       timeline_.moments()[static_cast<std::size_t>(row)].samples != nullptr);
    Q_EMIT momentChosen(row);
  });
  connect(live_, &QPushButton::clicked, this, &TimelinePanel::goLive);
  connect(save_, &QPushButton::clicked, this, &TimelinePanel::savePressed);
  connect(open, &QPushButton::clicked, this, &TimelinePanel::openPressed);
  connect(sound_, &QPushButton::clicked, this, &TimelinePanel::saveSoundPressed);
  fill();
}

int TimelinePanel::current() const {
  return list_->currentRow();
}

void TimelinePanel::choose(int moment) {
  list_->setCurrentRow(moment);
}

void TimelinePanel::goLive() {
  list_->setCurrentRow(-1);
  list_->clearSelection();
}

// What is looked at stays chosen while others are added.
void TimelinePanel::fill() {
  const auto count = static_cast<int>(timeline_.moments().size());
  const bool isGrown = count >= list_->count();
  const int chosen = isGrown ? list_->currentRow() : -1;
  {
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const HuntMoment& moment : timeline_.moments()) {
      auto* item = new QListWidgetItem(moment.title, list_);
      const QString time = moment.at.toString(QStringLiteral("HH:mm:ss"));
      const QString about =
          moment.result.isEmpty() ? time : time + QStringLiteral(" · ") + moment.result;
      item->setData(TwoLineDelegate::kCaption, about);
      item->setToolTip(moment.title + u'\n' + about);
      item->setData(Qt::AccessibleTextRole, moment.title + QStringLiteral(". ") + about);
    }
    list_->setCurrentRow(chosen);
  }
  if (chosen < 0 && !isGrown) Q_EMIT momentChosen(-1);
  list_->scrollToBottom();
  list_->setVisible(count > 0);
  empty_->setVisible(count == 0);
  save_->setEnabled(count > 0);
  live_->setEnabled(chosen >= 0);
  sound_->setEnabled(chosen >= 0 &&
                     timeline_.moments()[static_cast<std::size_t>(chosen)].samples != nullptr);
}

}  // namespace linecheck::ui
