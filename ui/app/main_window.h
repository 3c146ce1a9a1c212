#pragma once

#include <QMainWindow>

#include "app/page.h"
#include "app/session.h"
#include "base/clock.h"
#include "canvas/chain_view.h"
#include "diagnosis/verdict.h"
#include "theme/theme.h"

class QLabel;
class QStackedWidget;

namespace linecheck::ui {

class HumPage;
class Rail;

/// The window: a rail of pages, the page in front, a menu bar for the keyboard and a status line.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// All outlive the window. `chain` is drawn above the spectrum and may be empty.
  MainWindow(Theme& theme, Session& session, const Clock& clock, const ChainView& chain,
             QWidget* parent = nullptr);
  ~MainWindow() override;

  void showPage(Page page);

 Q_SIGNALS:
  /// The banner shows the verdict on new analyses.
  void verdictShown(const linecheck::diagnosis::Verdict& verdict);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildStatusBar();
  void buildMenus();
  void buildThemeMenu(QMenu* menu);
  void buildHelpMenu();
  void showStatus();

  Theme& theme_;
  Session& session_;
  Rail* rail_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  HumPage* hum_ = nullptr;
  QLabel* status_ = nullptr;
  Page page_ = Page::hum;
};

}  // namespace linecheck::ui
