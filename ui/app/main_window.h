#pragma once

#include <QMainWindow>
#include <filesystem>
#include <memory>

#include "app/page.h"
#include "app/session.h"
#include "base/clock.h"
#include "canvas/chain_view.h"
#include "diagnosis/verdict.h"
#include "levels/checkup.h"
#include "midi/binding.h"
#include "theme/theme.h"

class QLabel;
class QStackedWidget;

namespace linecheck::ui {

class ChainDocument;
class ChainFiles;
class ChainPage;
class HumPage;
class HuntPane;
class LevelsPage;
class MatchPage;
class ProfileActions;
class RemoteLink;
class Rail;
class SetupPage;
class Welcome;

/// The window: a rail of pages, the page in front, a menu bar for the keyboard and a status line.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  /// All outlive the window. `chain` is drawn above the spectrum while the document is empty.
  /// `calibrations` is the user's file of them; without one they are kept as long as the window.
  MainWindow(Theme& theme, Session& session, const Clock& clock, ChainDocument& document,
             const ChainView& chain, const std::filesystem::path& calibrations = {},
             QWidget* parent = nullptr);
  ~MainWindow() override;

  void showPage(Page page);
  /// Asks where to begin.
  void showWelcome();
  /// Opens a chain file and shows its page; what is wrong with the file is told there.
  void openChain(const QString& file);
  /// For the page Match; false if the library has none with this id.
  bool chooseHeadphones(const QString& profile);
  /// Runs a measurement on the page Levels, "all" for the check-up; false if there is none.
  bool measure(const QString& id, LoudOnes loud = LoudOnes::ask);
  /// That of the page Hum.
  [[nodiscard]] HuntPane& hunt() const;
  [[nodiscard]] SetupPage& setup() const { return *setup_; }
  /// Lets MIDI controls work the page in front; the link outlives the window.
  void useRemote(RemoteLink& remote);
  /// What a control asks of the page in front, or of the dialog over it; says so where it has no
  /// meaning.
  void perform(midi::Action action);

 Q_SIGNALS:
  /// The banner shows the verdict on new analyses.
  void verdictShown(const linecheck::diagnosis::Verdict& verdict);
  /// What was run on the page Levels is over.
  void measured();

 protected:
  void closeEvent(QCloseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildStatusBar();
  void buildMenus();
  void buildThemeMenu(QMenu* menu);
  void buildHelpMenu();
  void connectFiles(ChainDocument& document);
  void connectLibrary(ChainDocument& document);
  void nameWindow();
  void showStatus();
  void showMidi();
  void showLights();
  void performOnSetup(midi::Action action);
  void performOnHum(midi::Action action);
  void tellNoUse(midi::Action action);
  /// In the status line for a while, and in the hands-free view.
  void tell(const QString& message);

  Theme& theme_;
  Session& session_;
  Rail* rail_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  ChainFiles* files_ = nullptr;
  ChainPage* chain_ = nullptr;
  SetupPage* setup_ = nullptr;
  HumPage* hum_ = nullptr;
  std::unique_ptr<ProfileActions> library_;
  MatchPage* match_ = nullptr;
  Welcome* welcome_ = nullptr;
  LevelsPage* levels_ = nullptr;
  QLabel* status_ = nullptr;
  QLabel* muted_ = nullptr;
  Page page_ = Page::hum;
  RemoteLink* remote_ = nullptr;
  QMenu* viewMenu_ = nullptr;
  bool mayClose_ = false;  ///< The user has been asked.
};

}  // namespace linecheck::ui
