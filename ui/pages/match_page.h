#pragma once

#include <QWidget>
#include <functional>

#include "document/chain_document.h"
#include "match/candidates.h"
#include "pages/page_menu.h"
#include "theme/theme.h"

class QAction;

namespace linecheck::ui {

class CandidateTable;
class ComparisonArea;
class HeadphonesPanel;
class NoticeLine;
class PairPanel;
class VerdictBanner;
class WhatIfBar;

/// Which output drives which headphones: before anything is bought.
class MatchPage : public QWidget {
  Q_OBJECT

 public:
  /// Both outlive the page.
  MatchPage(const Theme& theme, ChainDocument& document, QWidget* parent = nullptr);

  /// What the page adds to the window's menus; all of it belongs to the page.
  [[nodiscard]] QMenu* matchMenu() const { return menu_; }
  [[nodiscard]] const Candidates& candidates() const { return candidates_; }

  /// The page answers its keys only while it is the one that is seen.
  void setCurrent(bool isCurrent);
  /// The line at the window's lower edge.
  [[nodiscard]] QString status() const;
  /// False if the library has no headphones with this id.
  bool chooseHeadphones(const std::string& profile);

  // Written without asking; what is wrong is told on the page.
  void saveCsv(const QString& file);
  void savePdf(const QString& file);
  void saveImage(const QString& file);

 Q_SIGNALS:
  void statusChanged();
  /// The pair is on the desk.
  void chainWanted(const QString& message);

 private:
  void buildActions();
  void layOut();
  void orderTabs();
  void lookAtDesk();
  void onChanged();
  void onCurrentMoved();
  void addToChain();
  void askForFile(const QString& title, const QString& suffix, const QString& filter,
                  void (MatchPage::*save)(const QString&));
  void write(const QString& file, const Result<QByteArray>& content);
  void tell(const QString& message);

  const Theme& theme_;
  ChainDocument& document_;
  Candidates candidates_;
  VerdictBanner* banner_;
  NoticeLine* notice_;
  WhatIfBar* whatIf_;
  HeadphonesPanel* headphones_;
  CandidateTable* table_;
  PairPanel* pair_;
  ComparisonArea* comparison_;
  PageMenu* menu_ = nullptr;
  QAction* add_ = nullptr;
  std::string shown_;  ///< The headphones that the table's focus was set for.
  bool isCurrent_ = true;
  bool hasBeenSeen_ = false;
};

}  // namespace linecheck::ui
