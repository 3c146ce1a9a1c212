#pragma once

#include <QWidget>
#include <filesystem>
#include <string>

#include "app/session.h"
#include "calibration/calibration_keeper.h"
#include "document/chain_document.h"
#include "midi/binding.h"
#include "pages/page_menu.h"
#include "theme/theme.h"
#include "wizard/system_watch.h"

class QLabel;
class QPushButton;

namespace linecheck::ui {

class DeskSide;
class NoiseCheck;
class NoticeLine;
class SessionBar;
class SetupModel;
class SetupRun;
class StepSide;
class StepTrack;

/// The guided set-up: one step fills the page. At the left the user's own gear, at the right what
/// to do, above them how far it has come.
class SetupPage : public QWidget {
  Q_OBJECT

 public:
  struct Tools {
    Theme& theme;
    Session& session;
    ChainDocument& document;
    CalibrationKeeper& calibrations;
    /// Where the set-up is kept; empty: nowhere.
    std::filesystem::path folder{};
    /// As SystemWatch::Make; empty for the machine's own system.
    SystemWatch::Make makeSystem{};
  };

  /// All of the tools outlive the page.
  explicit SetupPage(const Tools& tools, QWidget* parent = nullptr);

  /// What the page adds to the window's menus; it belongs to the page.
  [[nodiscard]] QMenu* setupMenu() const { return menu_; }
  /// The page answers its keys only while it is the one that is seen.
  void setCurrent(bool isCurrent);
  /// The line at the window's lower edge.
  [[nodiscard]] QString status() const;
  [[nodiscard]] SetupModel& model() const { return *model_; }
  [[nodiscard]] SetupRun& run() const { return *run_; }
  [[nodiscard]] NoiseCheck& noise() const { return *noise_; }
  [[nodiscard]] SystemWatch& watch() const { return *watch_; }
  /// What a MIDI control asks for. Next: done with the item, or go on; skip: the next item; undo:
  /// take back, or the item before; start and stop: the step's own measurement.
  void perform(midi::Action action);
  [[nodiscard]] QPushButton& nextButton() const { return *next_; }
  [[nodiscard]] QPushButton& backButton() const { return *back_; }

 Q_SIGNALS:
  void statusChanged();
  /// Hum was found, and the page Hum is to hunt it.
  void huntWanted();
  /// A device is not in the library.
  void newProfileWanted();

 protected:
  void focusInEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* buildButtons();
  void buildPanels();
  void buildMenu();
  void refresh();
  void onMoved();
  void showButtons();
  void tellHow(const std::string& item);
  void tell(const QString& message);
  void startStop();

  Theme& theme_;
  Session& session_;
  ChainDocument& document_;
  SetupModel* model_;
  SetupRun* run_;
  NoiseCheck* noise_;
  SystemWatch* watch_;
  SessionBar* devices_;
  StepTrack* track_;
  NoticeLine* notice_;
  DeskSide* drawing_;
  StepSide* step_;
  QLabel* open_ = nullptr;
  QPushButton* back_ = nullptr;
  QPushButton* next_ = nullptr;
  PageMenu* menu_ = nullptr;
  bool isCurrent_ = false;
};

}  // namespace linecheck::ui
