#include "levels/measurement_list.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "levels/measurement_groups.h"
#include "theme/contrast.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

constexpr int kIndex = Qt::UserRole;  // Of the procedure, −1 for the check-up; none is a heading.
constexpr int kState = Qt::UserRole + 1;
constexpr int kCaption = Qt::UserRole + 2;
constexpr int kHeight = 40;
constexpr int kHeadingHeight = 26;
constexpr int kIcon = 18;

class Delegate : public QStyledItemDelegate {
 public:
  Delegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(kIndex).isNull()) {
      drawHeading(*painter, QRectF(option.rect), index.data().toString());
    } else {
      drawEntry(*painter, option, index);
    }
    painter->restore();
  }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& /*option*/,
                               const QModelIndex& index) const override {
    return {100, index.data(kIndex).isNull() ? kHeadingHeight : kHeight};
  }

 private:
  void drawHeading(QPainter& painter, const QRectF& box, const QString& text) const {
    painter.setFont(textFont(TextSize::caption, QFont::DemiBold));
    painter.setPen(theme_[Role::quietText]);
    painter.drawText(box.adjusted(space::kTight, 0, 0, -space::kHair),
                     Qt::AlignLeft | Qt::AlignBottom, text);
  }
  void drawEntry(QPainter& painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const {
    const QRectF frame = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || (option.state & QStyle::State_MouseOver)) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(mixed(theme_[Role::ground], theme_[Role::text], isSelected ? 0.12 : 0.05));
      painter.drawRoundedRect(frame, space::kRadius, space::kRadius);
    }
    if (isSelected && (option.state & QStyle::State_HasFocus)) {
      painter.setPen(QPen(theme_[Role::accent], 1.5));
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(frame, space::kRadius, space::kRadius);
    }
    const auto state = static_cast<RunState>(index.data(kState).toInt());
    const QRectF icon(frame.left() + space::kTight, frame.center().y() - kIcon / 2.0, kIcon, kIcon);
    drawState(painter, icon, state);
    const QRectF room = frame.adjusted(2 * space::kTight + kIcon, 3, -space::kHair, -3);
    const auto draw = [&](const QFont& font, Role role, Qt::Alignment where, const QString& text) {
      painter.setFont(font);
      painter.setPen(theme_[role]);
      painter.drawText(room, static_cast<int>(where | Qt::AlignLeft),
                       QFontMetricsF(font).elidedText(text, Qt::ElideRight, room.width()));
    };
    draw(textFont(TextSize::body, QFont::Medium), Role::text, Qt::AlignTop,
         index.data().toString());
    draw(textFont(TextSize::caption), Role::quietText, Qt::AlignBottom,
         index.data(kCaption).toString());
  }
  void drawState(QPainter& painter, const QRectF& box, RunState state) const {
    if (state == RunState::running) {
      const QRectF disc = box.adjusted(2, 2, -2, -2);
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(theme_[Role::line], 2));
      painter.drawEllipse(disc);
      painter.setPen(QPen(theme_[Role::accent], 2, Qt::SolidLine, Qt::RoundCap));
      painter.drawArc(disc, 90 * 16, -120 * 16);
      return;
    }
    const auto tone = runStateTone(state);
    drawToneIcon(painter, box, tone, theme_[state == RunState::notRun ? Role::power : roleOf(tone)],
                 theme_[Role::ground]);
  }

  const Theme& theme_;
};

}  // namespace

MeasurementList::MeasurementList(const Theme& theme, QWidget* parent) : QListWidget(parent) {
  setAccessibleName(tr("Measurements"));
  setItemDelegate(new Delegate(theme, this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  viewport()->setAutoFillBackground(false);
  add(nullptr, tr("Check-up"));
  for (const MeasurementGroup& group : measurementGroups()) {
    addHeading(group.name);
    for (const auto* procedure : group.procedures) add(procedure, measureWord(procedure->name()));
  }
  setCurrentRow(0);
  ages_.setInterval(30s);
  connect(&ages_, &QTimer::timeout, this, [this] {
    for (auto& [procedure, entry] : entries_) describe(entry);
  });
  ages_.start();
  connect(this, &QListWidget::currentItemChanged, this, &MeasurementList::chosen);
}

void MeasurementList::addHeading(const QString& name) {
  auto* item = new QListWidgetItem(name, this);
  item->setFlags(Qt::NoItemFlags);
}

void MeasurementList::add(const measure::Procedure* procedure, const QString& name) {
  auto* item = new QListWidgetItem(name, this);
  const auto all = measure::procedures();
  const auto at = std::find(all.begin(), all.end(), procedure);
  item->setData(kIndex, procedure == nullptr ? -1 : static_cast<int>(at - all.begin()));
  if (procedure != nullptr) item->setToolTip(measureWord(procedure->description()));
  entries_[procedure] = {item, RunState::notRun, {}};
  describe(entries_[procedure]);
}

void MeasurementList::describe(Entry& entry) {
  QString caption = runStateWord(entry.state);
  if (entry.at) {
    const auto now =
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    caption += QStringLiteral(" · ") + ageText(now - *entry.at);
  }
  entry.item->setData(kState, static_cast<int>(entry.state));
  entry.item->setData(kCaption, caption);
  entry.item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1, %2").arg(entry.item->text(), caption));
}

const measure::Procedure* MeasurementList::current() const {
  for (const auto& [procedure, entry] : entries_) {
    if (entry.item == currentItem()) return procedure;
  }
  return nullptr;
}

void MeasurementList::choose(const measure::Procedure* procedure) {
  const auto entry = entries_.find(procedure);
  if (entry == entries_.end()) return;
  setCurrentItem(entry->second.item);
  scrollToItem(entry->second.item);
}

void MeasurementList::chooseBy(int steps) {
  int row = currentRow() + steps;
  while (item(row) != nullptr && item(row)->data(kIndex).isNull()) row += steps;
  if (item(row) == nullptr) return;
  setCurrentRow(row);
  scrollToItem(item(row));
}

void MeasurementList::setState(const measure::Procedure* procedure, RunState state,
                               std::optional<std::chrono::sys_seconds> at) {
  const auto entry = entries_.find(procedure);
  if (entry == entries_.end()) return;
  entry->second.state = state;
  entry->second.at = at;
  describe(entry->second);
}

RunState MeasurementList::state(const measure::Procedure* procedure) const {
  const auto entry = entries_.find(procedure);
  return entry == entries_.end() ? RunState::notRun : entry->second.state;
}

void MeasurementList::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    Q_EMIT runWanted();
    return;
  }
  QListWidget::keyPressEvent(event);
}

}  // namespace linecheck::ui
