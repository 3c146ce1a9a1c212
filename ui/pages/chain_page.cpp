#include "pages/chain_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "canvas/chain_canvas.h"
#include "canvas/level_diagram.h"
#include "pages/chain_table.h"
#include "pages/details_panel.h"
#include "pages/findings_panel.h"
#include "pages/library_panel.h"
#include "pages/loops_panel.h"
#include "text/finding_text.h"
#include "widgets/notice_line.h"
#include "widgets/side_panel.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {
namespace {

constexpr int kBarHeight = 44;

}  // namespace

ChainPage::ChainPage(const Theme& theme, ChainDocument& document, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      document_(document),
      name_(new QLabel),
      notice_(new NoticeLine(theme)),
      stack_(new QStackedWidget),
      canvas_(new ChainCanvas(theme, document)),
      table_(new ChainTable(document)),
      side_(new SidePanel(theme)),
      banner_(new VerdictBanner(theme)),
      levels_(new LevelDiagram(theme, document, *canvas_)),
      findings_(new FindingsPanel(theme, document)),
      loops_(new LoopsPanel(document)),
      details_(new DetailsPanel(document)),
      library_(new LibraryPanel(document)) {
  setAccessibleName(tr("Chain"));
  buildActions();
  buildToolBar();
  buildSheets();
  auto* drawn = new QWidget;
  auto* drawing = new QVBoxLayout(drawn);
  drawing->setContentsMargins(0, 0, 0, 0);
  drawing->setSpacing(0);
  drawing->addWidget(canvas_, 1);
  drawing->addWidget(levels_);
  drawn->setFocusProxy(canvas_);
  drawn->setAccessibleName(tr("Drawing and levels"));
  stack_->addWidget(drawn);
  stack_->addWidget(table_);
  auto* main = new QVBoxLayout;
  main->setSpacing(0);
  main->addWidget(notice_);
  main->addWidget(stack_, 1);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(0);
  columns->addLayout(main, 1);
  columns->addWidget(side_);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addLayout(bar_);
  rows->addWidget(banner_);
  rows->addLayout(columns, 1);
  connectParts();
  setFocusProxy(stack_);
  side_->setCurrent(librarySheet_);
  onFindings();
  onChanged();
}

void ChainPage::buildToolBar() {
  bar_ = new QHBoxLayout;
  bar_->setContentsMargins(space::kNormal, 7, space::kSnug, 7);
  bar_->setSpacing(space::kTight);
  name_->setFont(textFont(TextSize::heading, QFont::DemiBold));
  name_->setMinimumHeight(kBarHeight - 14);
  bar_->addWidget(name_);
  bar_->addStretch();
  addButton(find_, tr("Add device"));
  auto* power = new QToolButton;
  power->setText(tr("Add power ▾"));
  power->setAccessibleName(tr("Add power"));
  power->setToolTip(tr("A wall outlet, strip, conditioner or UPS."));
  power->setMenu(powerMenu_);
  power->setPopupMode(QToolButton::InstantPopup);
  power->setFocusPolicy(Qt::StrongFocus);
  bar_->addWidget(power);
  addButton(connect_, tr("Connect…"));
  bar_->addSpacing(space::kTight);
  addButton(levelsShown_, tr("Levels"));
  addButton(loopsShown_, tr("Loops"));
  addButton(asTable_, tr("Table"));
  addButton(fit_, tr("Fit"));
}

void ChainPage::addButton(QAction* action, const QString& text) {
  auto* button = new QToolButton;
  button->setDefaultAction(action);
  // The menu may say more than there is room for here.
  action->setIconText(text);
  button->setToolButtonStyle(Qt::ToolButtonTextOnly);
  button->setFocusPolicy(Qt::StrongFocus);
  bar_->addWidget(button);
}

void ChainPage::buildSheets() {
  findingsSheet_ = side_->addSheet(tr("Findings"), findings_);
  loopsSheet_ = side_->addSheet(tr("Loops"), loops_);
  detailsSheet_ = side_->addSheet(tr("Details"), details_);
  librarySheet_ = side_->addSheet(tr("Devices"), library_);
}

void ChainPage::connectParts() {
  connect(&document_, &ChainDocument::changed, this, &ChainPage::onChanged);
  connect(&document_, &ChainDocument::modifiedChanged, this, &ChainPage::onChanged);
  connect(&document_, &ChainDocument::refused, this, &ChainPage::tell);
  connect(notice_, &NoticeLine::deedPressed, this, [this] { notice_->show({}); });
  connect(canvas_, &ChainCanvas::selectionChanged, this,
          [this] { onSelected(canvas_->selected()); });
  connect(table_, &ChainTable::selectionChanged, this, [this] { onSelected(table_->selected()); });
  connect(canvas_, &ChainCanvas::detailsWanted, this, &ChainPage::showDetails);
  connect(table_, &ChainTable::detailsWanted, this, &ChainPage::showDetails);
  connect(canvas_, &ChainCanvas::profileDropped, this,
          [this](const QString& profile, QPointF place) { addDevice(profile, place); });
  connect(library_, &LibraryPanel::chosen, this,
          [this](const QString& profile) { addDevice(profile, std::nullopt); });
  connect(findings_, &FindingsPanel::chosenChanged, this, &ChainPage::onFindings);
  connect(loops_, &LoopsPanel::partsChanged, this, &ChainPage::light);
  connect(side_, &SidePanel::currentChanged, this, &ChainPage::light);
  connect(loopsShown_, &QAction::toggled, this, [this](bool isShown) {
    if (isShown) side_->setCurrent(loopsSheet_);
    light();
  });
  connect(levelsShown_, &QAction::toggled, this, &ChainPage::onChanged);
  connect(asTable_, &QAction::toggled, this, [this](bool isTable) {
    stack_->setCurrentIndex(isTable ? 1 : 0);
    stack_->currentWidget()->setFocus();
    fit_->setEnabled(isCurrent_ && !isTable);
  });
}

void ChainPage::onChanged() {
  notice_->show({});
  const QString name = QString::fromStdString(document_.chain().name);
  name_->setText((name.isEmpty() ? tr("My desk") : name) +
                 (document_.isModified() ? QStringLiteral(" •") : QString()));
  name_->setToolTip(document_.isModified() ? tr("Not saved since the last change.") : QString());
  connect_->setEnabled(isCurrent_ && document_.chain().devices.size() > 1);
  const bool isEmpty = document_.chain().devices.empty();
  banner_->setVisible(!isEmpty);
  levels_->setVisible(!isEmpty && levelsShown_->isChecked());
  light();
  Q_EMIT statusChanged();
}

void ChainPage::onSelected(const std::string& part) {
  canvas_->select(part);
  table_->select(part);
  details_->show(part);
  remove_->setEnabled(isCurrent_ && !part.empty());
}

std::string ChainPage::selected() const {
  return asTable_->isChecked() ? table_->selected() : canvas_->selected();
}

void ChainPage::showDetails() {
  side_->setCurrent(detailsSheet_);
  details_->focusFirst();
}

void ChainPage::light() {
  std::map<std::string, Role> parts;
  if (loopsShown_->isChecked()) {
    parts = loops_->parts();
  } else if (side_->current() == findingsSheet_) {
    parts = findings_->parts();
  }
  canvas_->light(parts);
  if (parts.size() == 1) canvas_->reveal(parts.begin()->first);
}

void ChainPage::onFindings() {
  const auto& loops = document_.grounds().loops;
  banner_->show(deskBanner(findings_->findings(), loops));
  const auto mark = [this](int sheet, qsizetype count) {
    side_->setMark(sheet, count > 0 ? QString::number(count) : QString());
  };
  mark(findingsSheet_, findings_->openCount());
  mark(loopsSheet_, audibleCount(loops));
  light();
}

QString ChainPage::status() const {
  const chain::Chain& chain = document_.chain();
  const auto devices = static_cast<int>(chain.devices.size());
  const auto cables = static_cast<int>(chain.cables.size());
  return (devices == 1 ? tr("1 device") : tr("%1 devices").arg(devices)) + QStringLiteral(" · ") +
         (cables == 1 ? tr("1 cable") : tr("%1 cables").arg(cables));
}

void ChainPage::begin() {
  side_->setCurrent(document_.chain().devices.empty() ? librarySheet_ : findingsSheet_);
  findings_->clearChoice();
  onSelected({});
  canvas_->fit();
}

void ChainPage::showLibrary() {
  side_->setCurrent(librarySheet_);
}

void ChainPage::tell(const QString& message) {
  notice_->show(message, tr("Dismiss"));
}

void ChainPage::setCurrent(bool isCurrent) {
  isCurrent_ = isCurrent;
  for (QAction* action : keyed_) action->setEnabled(isCurrent);
  if (!isCurrent) {
    document_.undoAction()->setEnabled(false);
    document_.redoAction()->setEnabled(false);
    return;
  }
  document_.nameActions();
  remove_->setEnabled(!selected().empty());
  fit_->setEnabled(!asTable_->isChecked());
  connect_->setEnabled(document_.chain().devices.size() > 1);
}

void ChainPage::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setPen(theme_[Role::line]);
  painter.drawLine(0, kBarHeight - 1, width(), kBarHeight - 1);
}

}  // namespace linecheck::ui
