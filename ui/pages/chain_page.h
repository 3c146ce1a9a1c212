#pragma once

#include <QList>
#include <QPointF>
#include <QWidget>
#include <functional>

#include "document/chain_document.h"
#include "theme/theme.h"

class QAction;
class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedWidget;

namespace linecheck::ui {

class ChainCanvas;
class ChainTable;
class DetailsPanel;
class FindingsPanel;
class LevelDiagram;
class LibraryPanel;
class LoopsPanel;
class NoticeLine;
class SidePanel;
class VerdictBanner;

/// The desk: drawn, or as a table, with what is known of its parts beside it.
class ChainPage : public QWidget {
  Q_OBJECT

 public:
  /// Both outlive the page.
  ChainPage(const Theme& theme, ChainDocument& document, QWidget* parent = nullptr);

  /// What the page adds to the window's menus; all of it belongs to the page.
  [[nodiscard]] QList<QAction*> fileActions() const { return fileActions_; }
  [[nodiscard]] QList<QAction*> editActions() const { return editActions_; }
  [[nodiscard]] QMenu* chainMenu() const { return chainMenu_; }
  [[nodiscard]] QList<QAction*> viewActions() const { return viewActions_; }

  /// The devices to add, and that sheet in front.
  [[nodiscard]] LibraryPanel& library() const { return *library_; }
  void showLibrary();

  /// The page answers its keys only while it is the one that is seen.
  void setCurrent(bool isCurrent);
  /// The line at the window's lower edge.
  [[nodiscard]] QString status() const;

  /// For a chain that was just opened: what is wrong with it, or where to begin.
  void begin();
  /// One line about something that went wrong.
  void tell(const QString& message);

 Q_SIGNALS:
  void statusChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void buildActions();
  void buildToolBar();
  void buildSheets();
  void connectParts();
  QAction* addAction(QList<QAction*>& list, const QString& text, const QKeySequence& key,
                     std::function<void()> deed);
  void addButton(QAction* action, const QString& text);

  void onChanged();
  void onSelected(const std::string& part);
  [[nodiscard]] std::string selected() const;
  void showDetails();
  /// Lights up what the sheet in front points at.
  void light();
  void onFindings();
  void addDevice(const QString& profile, const std::optional<QPointF>& place);
  void addPower(chain::PowerPoint::Kind kind);
  void connectSockets();
  void removeSelected();
  void arrange();
  void print();
  void savePdf();

  const Theme& theme_;
  ChainDocument& document_;
  QHBoxLayout* bar_ = nullptr;
  QLabel* name_ = nullptr;
  NoticeLine* notice_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  ChainCanvas* canvas_ = nullptr;
  ChainTable* table_ = nullptr;
  SidePanel* side_ = nullptr;
  VerdictBanner* banner_ = nullptr;
  LevelDiagram* levels_ = nullptr;
  FindingsPanel* findings_ = nullptr;
  LoopsPanel* loops_ = nullptr;
  DetailsPanel* details_ = nullptr;
  LibraryPanel* library_ = nullptr;
  int findingsSheet_ = 0, loopsSheet_ = 0, detailsSheet_ = 0, librarySheet_ = 0;
  QMenu* chainMenu_ = nullptr;
  QMenu* powerMenu_ = nullptr;
  QList<QAction*> fileActions_, editActions_, viewActions_, chainActions_;
  QList<QAction*> keyed_;  ///< Whose keys count on this page only.
  QAction* asTable_ = nullptr;
  QAction* loopsShown_ = nullptr;
  QAction* levelsShown_ = nullptr;
  QAction* remove_ = nullptr;
  QAction* fit_ = nullptr;
  QAction* connect_ = nullptr;
  QAction* find_ = nullptr;
  bool isCurrent_ = true;
};

}  // namespace linecheck::ui
