#include "pages/match_page.h"

#include <QAction>
#include <QBuffer>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "document/new_pair.h"
#include "match/candidate_table.h"
#include "match/comparison_area.h"
#include "match/comparison_export.h"
#include "match/headphones_panel.h"
#include "match/pair_panel.h"
#include "match/what_if_bar.h"
#include "plots/chart_plot.h"
#include "text/match_text.h"
#include "widgets/notice_line.h"
#include "widgets/verdict_banner.h"

namespace linecheck::ui {
namespace {

constexpr int kHeadphonesWidth = 232;
constexpr int kPairWidth = 286;
constexpr int kLeastPairWidth = 220;
constexpr int kLeastTable = 150, kLeastPair = 250;

}  // namespace

MatchPage::MatchPage(const Theme& theme, ChainDocument& document, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      document_(document),
      candidates_(document.library()),
      banner_(new VerdictBanner(theme)),
      notice_(new NoticeLine(theme)),
      whatIf_(new WhatIfBar),
      headphones_(new HeadphonesPanel(candidates_)),
      table_(new CandidateTable(theme, candidates_)),
      pair_(new PairPanel(theme, candidates_)),
      comparison_(new ComparisonArea(theme, candidates_)) {
  setAccessibleName(tr("Match"));
  buildActions();
  layOut();
  orderTabs();
  connect(&candidates_, &Candidates::changed, this, &MatchPage::onChanged);
  connect(whatIf_, &WhatIfBar::changed, this,
          [this] { candidates_.setRequest(whatIf_->request()); });
  connect(table_, &CandidateTable::currentMoved, this, &MatchPage::onCurrentMoved);
  connect(table_, &CandidateTable::addWanted, this, &MatchPage::addToChain);
  connect(&table_->candidateModel(), &CandidateModel::pickRefused, this, [this] {
    tell(tr("Four are side by side already. Take the tick off one of them first."));
  });
  connect(&candidates_, &Candidates::picksChanged, this, [this] {
    notice_->show({});
    Q_EMIT statusChanged();
  });
  connect(comparison_, &ComparisonArea::figureChosen, table_, &CandidateTable::select);
  connect(pair_, &PairPanel::addPressed, this, &MatchPage::addToChain);
  connect(notice_, &NoticeLine::deedPressed, this, [this] { notice_->show({}); });
  connect(&document_, &ChainDocument::libraryChanged, this, [this] {
    candidates_.useLibrary(document_.library());
    headphones_->followLibrary();
    table_->selectBest();
  });
  setFocusProxy(table_);
  onChanged();
}

void MatchPage::layOut() {
  headphones_->setFixedWidth(kHeadphonesWidth);
  pair_->setMinimumWidth(kLeastPairWidth);
  pair_->setMaximumWidth(kPairWidth);
  auto* lower = new QWidget;
  auto* sides = new QHBoxLayout(lower);
  sides->setContentsMargins(0, 0, 0, 0);
  sides->setSpacing(0);
  sides->addWidget(pair_, 1);
  sides->addWidget(comparison_, 2);
  auto* split = new QSplitter(Qt::Vertical);
  split->setChildrenCollapsible(false);
  split->setAccessibleName(tr("Table and comparison"));
  split->addWidget(table_);
  split->addWidget(lower);
  split->setStretchFactor(0, 5);
  split->setStretchFactor(1, 6);
  split->setSizes({270, 330});
  table_->setMinimumHeight(kLeastTable);
  lower->setMinimumHeight(kLeastPair);
  auto* rightBox = new QWidget;
  auto* right = new QVBoxLayout(rightBox);
  right->setContentsMargins(0, 0, 0, 0);
  right->setSpacing(0);
  right->addWidget(notice_);
  right->addWidget(whatIf_);
  right->addWidget(split, 1);
  auto* columns = new QHBoxLayout;
  columns->setSpacing(0);
  columns->addWidget(headphones_);
  // In a low window table and plots keep a height to work with.
  auto* scroll = new QScrollArea;
  scroll->setAccessibleName(tr("Outputs and comparison"));
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->viewport()->setAutoFillBackground(false);
  scroll->setWidget(rightBox);
  rightBox->setAutoFillBackground(false);
  columns->addWidget(scroll, 1);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(banner_);
  rows->addLayout(columns, 1);
}

// From left to right and from top to bottom, whatever order the parts were made in.
void MatchPage::orderTabs() {
  QWidget* before = nullptr;
  for (QWidget* part :
       std::initializer_list<QWidget*>{headphones_, whatIf_, table_, pair_, comparison_}) {
    QList<QWidget*> inside = part->findChildren<QWidget*>();
    inside.prepend(part);
    for (QWidget* widget : inside) {
      const bool isReached = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
      if (!isReached || widget->window() != window()) continue;
      if (before) setTabOrder(before, widget);
      before = widget;
    }
  }
}

void MatchPage::buildActions() {
  menu_ = new PageMenu(tr("Matc&h"), this);
  menu_->add(tr("&Find headphones…"), QKeySequence::Find, [this] { headphones_->focusSearch(); });
  menu_->add(tr("&Compare this output"), tr("Ctrl+M"), [this] { table_->togglePick(); });
  menu_->add(tr("&Sort by this column"), tr("Ctrl+Shift+O"), [this] { table_->sortByCurrent(); });
  add_ = menu_->add(tr("&Add pair to the chain"), tr("Ctrl+Return"), [this] { addToChain(); });
  menu_->add(tr("&Reset what if"), tr("Ctrl+R"), [this] { whatIf_->reset(); });
  menu_->addSeparator();
  menu_->add(tr("Copy plot as &image"), tr("Ctrl+Shift+C"), [this] {
    if (ChartPlot* plot = comparison_->plotInFront()) plot->copyImage();
  });
  menu_->add(tr("Copy plot as &numbers"), {}, [this] {
    if (ChartPlot* plot = comparison_->plotInFront()) plot->copyNumbers();
  });
  menu_->addSeparator();
  menu_->add(tr("Save comparison as &table…"), tr("Ctrl+E"), [this] {
    askForFile(tr("Save comparison as table"), QStringLiteral("csv"),
               tr("Comma-separated values (*.csv)"), &MatchPage::saveCsv);
  });
  menu_->add(tr("Save comparison as &PDF…"), {}, [this] {
    askForFile(tr("Save comparison as PDF"), QStringLiteral("pdf"), tr("PDF (*.pdf)"),
               &MatchPage::savePdf);
  });
  menu_->add(tr("Save comparison as i&mage…"), {}, [this] {
    askForFile(tr("Save comparison as image"), QStringLiteral("png"), tr("Image (*.png)"),
               &MatchPage::saveImage);
  });
}

void MatchPage::onChanged() {
  const auto best = candidates_.best();
  const auto& load = candidates_.load();
  banner_->show(matchBanner(best ? &candidates_.matches()[*best] : nullptr,
                            best ? &candidates_.outputs()[*best] : nullptr, load ? &*load : nullptr,
                            candidates_.request()));
  // Other headphones are another question, which begins with its best answer.
  const std::string id = load ? load->profile : std::string();
  if (id != shown_) {
    shown_ = id;
    table_->selectBest();
  }
  onCurrentMoved();
  Q_EMIT statusChanged();
}

void MatchPage::onCurrentMoved() {
  pair_->show(table_->current(), table_->currentColumn());
  add_->setEnabled(isCurrent_ && table_->current() && candidates_.headphones());
}

void MatchPage::addToChain() {
  const auto output = table_->current();
  if (!output) return;
  if (!candidates_.headphones()) {
    tell(tr("Typed-in headphones have no profile, so they cannot be put on the desk."));
    return;
  }
  const matching::Output& from = candidates_.outputs()[*output];
  const auto pair = newPair(document_.desk(), document_.lookup(), candidates_.source(*output),
                            from.port, *candidates_.headphones());
  if (!pair) {
    tell(QString::fromStdString(pair.error().what));
    return;
  }
  if (!document_.apply(pair->edit)) return;
  const QString because = QString::fromStdString(pair->unconnectedBecause);
  Q_EMIT chainWanted(because.isEmpty()
                         ? QString()
                         : tr("The two are on the desk, but not joined. %1").arg(because));
}

void MatchPage::askForFile(const QString& title, const QString& suffix, const QString& filter,
                           void (MatchPage::*save)(const QString&)) {
  auto* dialog = new QFileDialog(this, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(suffix);
  dialog->setNameFilters({filter});
  dialog->selectFile(QStringLiteral("match.") + suffix);
  connect(dialog, &QFileDialog::fileSelected, this, save);
  dialog->open();
}

void MatchPage::write(const QString& file, const Result<QByteArray>& content) {
  if (!content) return tell(QString::fromStdString(content.error().what));
  const auto saved = saveComparison(file, *content);
  if (!saved) tell(QString::fromStdString(saved.error().what));
}

void MatchPage::saveCsv(const QString& file) {
  write(file, comparisonAsCsv(candidates_).toUtf8());
}

void MatchPage::savePdf(const QString& file) {
  write(file, comparisonAsPdf(candidates_));
}

void MatchPage::saveImage(const QString& file) {
  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  if (!grab().save(&buffer, "PNG")) return tell(tr("The image cannot be made."));
  write(file, content);
}

void MatchPage::tell(const QString& message) {
  notice_->show(message, tr("Dismiss"));
}

QString MatchPage::status() const {
  const auto outputs = static_cast<int>(candidates_.outputs().size());
  const auto picks = static_cast<int>(candidates_.picks().size());
  return tr("%1 outputs · %2 side by side").arg(outputs).arg(picks);
}

bool MatchPage::chooseHeadphones(const std::string& profile) {
  return headphones_->choose(profile);
}

// What stands on the desk is what one asks about first.
void MatchPage::lookAtDesk() {
  for (const chain::Device& device : document_.chain().devices) {
    const auto* profile = document_.desk().profile(device.id);
    if (profile && profile->headphones && chooseHeadphones(profile->id)) return;
  }
}

void MatchPage::setCurrent(bool isCurrent) {
  if (isCurrent && !hasBeenSeen_) lookAtDesk();
  hasBeenSeen_ = hasBeenSeen_ || isCurrent;
  isCurrent_ = isCurrent;
  menu_->setCurrent(isCurrent);
  if (isCurrent) onCurrentMoved();
}

}  // namespace linecheck::ui
