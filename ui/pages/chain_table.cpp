#include "pages/chain_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include "canvas/card_from_profile.h"
#include "canvas/control_view.h"
#include "canvas/desk_view.h"
#include "text/chain_text.h"
#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr int kPart = Qt::UserRole;
constexpr int kRowHeight = 32;

void addRow(QTableWidget* table, const std::string& part, const QStringList& cells) {
  const int row = table->rowCount();
  table->insertRow(row);
  for (int column = 0; column < cells.size(); ++column) {
    auto* item = new QTableWidgetItem(cells[column]);
    item->setData(kPart, QString::fromStdString(part));
    item->setToolTip(cells[column]);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    table->setItem(row, column, item);
  }
}

// A chosen row is told by its ground; the accent is kept for the one that keys act on.
class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
    QStyledItemDelegate::initStyleOption(option, index);
    if (!(option->state & QStyle::State_Selected)) return;
    const auto* view = qobject_cast<const QWidget*>(option->widget);
    const QPalette& p = option->palette;
    const bool isActive = view && view->hasFocus();
    option->backgroundBrush =
        isActive ? mixed(p.color(QPalette::Base), p.color(QPalette::Highlight), 0.35)
                 : mixed(p.color(QPalette::Base), p.color(QPalette::Text), 0.14);
    option->state &= ~(QStyle::State_Selected | QStyle::State_HasFocus);
  }
};

QString settingsText(const chain::Desk& desk, const chain::DeviceId& device) {
  QStringList words;
  for (const ControlView& control : controlsOf(desk, device)) {
    const QString stands = control.stands
                               ? control.positions[static_cast<std::size_t>(*control.stands)]
                               : control.reading;
    words << QStringLiteral("%1: %2").arg(control.label,
                                          stands.isEmpty() ? ChainTable::tr("not told") : stands);
  }
  return words.join(QStringLiteral("; "));
}

QString feedText(const chain::Desk& desk, const chain::DeviceId& device) {
  QStringList from;
  for (const chain::PowerLead* lead : desk.feeds(device)) {
    if (const auto* point = desk.powerPoint(lead->from)) from << powerPointName(*point);
  }
  return from.join(QStringLiteral(", "));
}

}  // namespace

ChainTable::ChainTable(ChainDocument& document, QWidget* parent)
    : QWidget(parent), document_(document) {
  setAccessibleName(tr("Table of the chain"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kTight, space::kNormal, space::kTight);
  column->setSpacing(space::kHair);
  devices_ =
      addTable(tr("Devices"), {tr("Device"), tr("Kind"), tr("Plugged into"), tr("Settings")});
  cables_ = addTable(tr("Cables"), {tr("From"), tr("To"), tr("Cable"), tr("Length")});
  power_ = addTable(tr("Power"), {tr("From"), tr("To"), tr("What it is"), tr("Earth")});
  connect(&document_, &ChainDocument::changed, this, &ChainTable::fill);
  fill();
}

QTableWidget* ChainTable::addTable(const QString& title, const QStringList& columns) {
  auto* heading = new QLabel(title);
  heading->setFont(textFont(TextSize::heading, QFont::DemiBold));
  heading->setContentsMargins(0, space::kTight, 0, 0);
  auto* table = new QTableWidget(0, static_cast<int>(columns.size()));
  table->setAccessibleName(title);
  table->setHorizontalHeaderLabels(columns);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setSelectionMode(QAbstractItemView::SingleSelection);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setTabKeyNavigation(false);
  table->setShowGrid(false);
  table->setFrameShape(QFrame::NoFrame);
  table->setWordWrap(false);
  table->setAlternatingRowColors(true);
  table->setItemDelegate(new RowDelegate(table));
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(kRowHeight);
  table->horizontalHeader()->setHighlightSections(false);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  heading->setBuddy(table);
  layout()->addWidget(heading);
  static_cast<QVBoxLayout*>(layout())->addWidget(table, 1);
  connect(table, &QTableWidget::currentCellChanged, this, [this, table] { onCurrent(table); });
  connect(table, &QTableWidget::cellClicked, this, [this, table] { onCurrent(table); });
  connect(table, &QTableWidget::cellActivated, this, [this, table] {
    onCurrent(table);
    Q_EMIT detailsWanted();
  });
  return table;
}

void ChainTable::fill() {
  isFilling_ = true;
  fillDevices();
  fillCables();
  fillPower();
  isFilling_ = false;
  const std::string part = std::exchange(selected_, {});
  select(part);
  if (selected_ != part) Q_EMIT selectionChanged();
}

void ChainTable::fillDevices() {
  devices_->setRowCount(0);
  const chain::Desk& desk = document_.desk();
  for (const chain::Device& device : desk.chain().devices) {
    const auto kind = desk.kind(device.id);
    addRow(devices_, device.id.text(),
           {deviceName(desk, device.id), kind ? kindText(*kind) : tr("unknown"),
            feedText(desk, device.id), settingsText(desk, device.id)});
  }
}

void ChainTable::fillCables() {
  cables_->setRowCount(0);
  const chain::Desk& desk = document_.desk();
  for (const chain::Cable& cable : desk.chain().cables) {
    addRow(
        cables_, cable.id.text(),
        {socketText(desk, cable.from.socket), socketText(desk, cable.to.socket),
         cableDescription(desk, cable),
         cable.length ? QStringLiteral("%1\u2009m").arg(cable.length->value()) : tr("not told")});
  }
}

void ChainTable::fillPower() {
  power_->setRowCount(0);
  const chain::Desk& desk = document_.desk();
  for (const chain::PowerPoint& point : desk.chain().powerPoints) {
    const chain::PowerPoint* upstream = desk.upstream(point.id);
    const QString earth = !point.isEarthed   ? tr("not told")
                          : *point.isEarthed ? tr("yes")
                                             : tr("no");
    addRow(power_, point.id.text(),
           {upstream ? powerPointName(*upstream) : QString(), powerPointName(point),
            powerKindText(point.kind), earth});
  }
  for (const chain::PowerLead& lead : desk.chain().powerLeads) {
    const auto* device = std::get_if<chain::DeviceId>(&lead.to);
    if (!device) continue;
    addRow(power_, lead.id.text(),
           {partText(desk, lead.from.text()), deviceName(desk, *device), tr("Lead"), QString()});
  }
}

void ChainTable::select(const std::string& part) {
  if (part == selected_) return;
  selected_.clear();
  isFilling_ = true;
  const QString wanted = QString::fromStdString(part);
  for (QTableWidget* table : {devices_, cables_, power_}) {
    int found = -1;
    for (int row = 0; row < table->rowCount() && !part.empty(); ++row) {
      if (table->item(row, 0)->data(kPart).toString() == wanted) found = row;
    }
    if (found >= 0) {
      selected_ = part;
      table->setCurrentCell(found, 0);
      table->selectRow(found);
    } else {
      table->clearSelection();
      table->setCurrentCell(-1, -1);
    }
  }
  isFilling_ = false;
}

void ChainTable::onCurrent(QTableWidget* table) {
  if (isFilling_) return;
  const QTableWidgetItem* item = table->currentItem();
  const std::string part = item ? item->data(kPart).toString().toStdString() : std::string();
  if (part == selected_) return;
  selected_ = part;
  isFilling_ = true;
  for (QTableWidget* other : {devices_, cables_, power_}) {
    if (other != table) other->clearSelection();
  }
  isFilling_ = false;
  Q_EMIT selectionChanged();
}

}  // namespace linecheck::ui
