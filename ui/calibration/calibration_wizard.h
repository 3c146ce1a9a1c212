#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "app/session.h"
#include "calibration/calibration_keeper.h"
#include "measure/calibration_profile.h"
#include "measure/calibration_reading.h"
#include "profiles/library.h"
#include "theme/theme.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace linecheck::ui {

class MeterPicture;

/// Leads to the level of full scale at one jack: which jack, where the probes go, what the meter
/// reads while a tone plays, and what follows from it, which is saved. Or from a data sheet, or
/// from a figure that the user knows.
class CalibrationWizard : public QDialog {
  Q_OBJECT

 public:
  enum class Step { jack, probes, reading, sheet, figure, result };

  /// All outlive the dialog.
  CalibrationWizard(const Theme& theme, Session& session, CalibrationKeeper& keeper,
                    const profiles::Library& library, QWidget* parent = nullptr);
  /// Fades the tone out.
  ~CalibrationWizard() override;

  [[nodiscard]] Step step() const;
  [[nodiscard]] bool isTonePlaying() const { return isToneWanted_; }

 private:
  enum class Way { meter, sheet, figure };

  QWidget* buildJack();
  QWidget* buildStanding();
  QWidget* buildProbes();
  QWidget* buildReading();
  QWidget* buildSheet();
  QWidget* buildFigure();
  QWidget* buildResult();
  void buildButtons();

  void go(Step step);
  void next();
  void back();
  void checkNext();
  void fillChannels();
  void fillPorts();
  void playTone(bool isOn);
  void keepTonePlaying();
  void onAnalysis(const measure::LiveAnalysis& analysis);
  /// The record as far as it is known, or why it is not.
  [[nodiscard]] Result<measure::FullScaleRecord> conclude();
  void save();

  [[nodiscard]] bool isInput() const;
  [[nodiscard]] Way way() const;
  [[nodiscard]] measure::Probes probes() const;
  [[nodiscard]] measure::FullScaleRecord draft() const;

  const Theme& theme_;
  Session& session_;
  CalibrationKeeper& keeper_;
  const profiles::Library& library_;

  QStackedWidget* steps_;
  QButtonGroup* side_;
  QButtonGroup* way_;
  QButtonGroup* probesChoice_;
  QComboBox* channels_;
  QLineEdit* control_;
  QLineEdit* setting_;
  MeterPicture* picture_;
  QLabel* where_;
  QPushButton* tone_;
  QLabel* heard_;
  QLineEdit* reading_;
  QLabel* readingFault_;
  QComboBox* ports_;
  QLabel* portNote_;
  QLineEdit* figure_;
  QLabel* figureFault_;
  QLabel* resultLevel_;
  QLabel* resultText_;
  QLabel* resultFault_;
  QPushButton* back_ = nullptr;
  QPushButton* next_ = nullptr;

  std::vector<measure::ProfileFullScale> sheet_;  ///< One for each entry of `ports_`.
  std::vector<Step> passed_;
  std::vector<measure::ReadingCaution> cautions_;
  std::optional<measure::FullScaleRecord> record_;
  std::optional<DecibelsFs> captured_;
  bool isToneWanted_ = false;
  bool isToneStarted_ = false;
  bool isSaved_ = false;
};

}  // namespace linecheck::ui
