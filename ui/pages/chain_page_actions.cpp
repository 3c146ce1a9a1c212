// What the page can do, for menus, buttons and keys.
#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>

#include "canvas/chain_canvas.h"
#include "pages/chain_page.h"
#include "pages/chain_print.h"
#include "pages/chain_table.h"
#include "pages/connect_dialog.h"
#include "pages/library_panel.h"
#include "pages/part_details.h"
#include "text/chain_text.h"
#include "widgets/side_panel.h"

namespace linecheck::ui {
namespace {

constexpr double kZoomStep = 1.25;

}  // namespace

QAction* ChainPage::addAction(QList<QAction*>& list, const QString& text, const QKeySequence& key,
                              std::function<void()> deed) {
  auto* action = new QAction(text, this);
  action->setShortcut(key);
  connect(action, &QAction::triggered, this, std::move(deed));
  list << action;
  keyed_ << action;
  return action;
}

void ChainPage::buildActions() {
  using Kind = chain::PowerPoint::Kind;
  addAction(fileActions_, tr("&Print drawing…"), QKeySequence::Print, [this] { print(); });
  addAction(fileActions_, tr("Save drawing as P&DF…"), {}, [this] { savePdf(); });

  editActions_ << document_.undoAction() << document_.redoAction();
  remove_ =
      addAction(editActions_, tr("&Remove"), QKeySequence::Delete, [this] { removeSelected(); });

  chainMenu_ = new QMenu(tr("&Chain"), this);
  find_ = addAction(chainActions_, tr("Add &device…"), tr("Ctrl+D"), [this] {
    side_->setCurrent(librarySheet_);
    library_->focusSearch();
  });
  connect_ = addAction(chainActions_, tr("&Connect…"), tr("Ctrl+K"), [this] { connectSockets(); });
  powerMenu_ = new QMenu(tr("Add &power"), this);
  for (const Kind kind : {Kind::outlet, Kind::strip, Kind::conditioner, Kind::ups}) {
    powerMenu_->addAction(powerKindText(kind), this, [this, kind] { addPower(kind); });
  }
  chainMenu_->addActions({find_, connect_, powerMenu_->menuAction()});
  chainMenu_->addSeparator();
  chainMenu_->addAction(
      addAction(chainActions_, tr("D&etails"), tr("Ctrl+I"), [this] { showDetails(); }));
  chainMenu_->addAction(addAction(chainActions_, tr("&Arrange cards"), {}, [this] { arrange(); }));

  asTable_ = addAction(viewActions_, tr("Chain as &table"), tr("Ctrl+T"), [] {});
  asTable_->setCheckable(true);
  loopsShown_ = addAction(viewActions_, tr("Show &ground loops"), tr("Ctrl+G"), [] {});
  loopsShown_->setCheckable(true);
  levelsShown_ = addAction(viewActions_, tr("Show &levels"), tr("Ctrl+L"), [] {});
  levelsShown_->setCheckable(true);
  levelsShown_->setChecked(true);
  fit_ = addAction(viewActions_, tr("&Fit drawing"), tr("Ctrl+0"), [this] { canvas_->fit(); });
  addAction(viewActions_, tr("Zoom &in"), QKeySequence::ZoomIn,
            [this] { canvas_->zoomBy(kZoomStep); });
  addAction(viewActions_, tr("Zoom &out"), QKeySequence::ZoomOut,
            [this] { canvas_->zoomBy(1.0 / kZoomStep); });
  canvas_->addActions({chainActions_[2], remove_, connect_});
  table_->addActions({chainActions_[2], remove_, connect_});
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ChainPage::addDevice(const QString& profile, const std::optional<QPointF>& place) {
  const auto* entry = document_.library().find(profile.toStdString());
  auto edit = chain::addDevice(document_.desk(), entry ? &entry->profile : nullptr);
  chain::DeviceId made;
  if (edit) {
    for (const chain::Change& change : edit->changes) {
      const auto* device = std::get_if<chain::PartChange<chain::Device>>(&change);
      if (device && device->after) made = device->after->id;
    }
  }
  if (place) {
    edit = document_.followedBy(std::move(edit), [&](const chain::Desk& desk) {
      return chain::moveCard(desk, {made, place->x(), place->y()});
    });
  }
  if (document_.apply(std::move(edit))) onSelected(made.text());
}

void ChainPage::addPower(chain::PowerPoint::Kind kind) {
  chain::PowerPoint point;
  point.kind = kind;
  if (!document_.apply(chain::addPowerPoint(document_.desk(), point))) return;
  onSelected(document_.chain().powerPoints.back().id.text());
}

void ChainPage::connectSockets() {
  auto* dialog = new ConnectDialog(document_, selected(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void ChainPage::removeSelected() {
  const std::string part = selected();
  if (!part.empty()) document_.apply(removalOf(document_.desk(), part));
}

void ChainPage::arrange() {
  chain::Edit edit;
  edit.kind = chain::EditKind::moveCard;
  edit.subject = tr("all cards").toStdString();
  const auto& places = document_.chain().cardPlaces;
  for (std::size_t i = places.size(); i > 0; --i) {
    edit.changes.emplace_back(
        chain::PartChange<chain::CardPlace>{i - 1, places[i - 1], std::nullopt});
  }
  if (!edit.changes.empty()) document_.apply(std::move(edit));
  canvas_->fit();
}

void ChainPage::print() {
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setPageOrientation(QPageLayout::Landscape);
  auto* dialog = new QPrintDialog(printer.get(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
          [this, printer] { printChain(document_.desk(), *printer); });
  dialog->open();
}

void ChainPage::savePdf() {
  auto* dialog = new QFileDialog(this, tr("Save drawing as PDF"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  dialog->setNameFilters({tr("PDF (*.pdf)")});
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    QPdfWriter writer(file);
    writer.setPageOrientation(QPageLayout::Landscape);
    if (!printChain(document_.desk(), writer)) {
      tell(tr("The drawing cannot be written to %1. Choose another folder.").arg(file));
    }
  });
  dialog->open();
}

}  // namespace linecheck::ui
