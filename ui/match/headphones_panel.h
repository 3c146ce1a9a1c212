#pragma once

#include <QWidget>
#include <optional>

#include "match/candidates.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace linecheck::ui {

/// Which headphones it is about: found by typing and by filters, or typed in as figures.
class HeadphonesPanel : public QWidget {
  Q_OBJECT

 public:
  /// `candidates` outlives it.
  explicit HeadphonesPanel(Candidates& candidates, QWidget* parent = nullptr);

  /// Ready to type.
  void focusSearch();
  /// False if there are none with this id.
  bool choose(const std::string& profile);
  /// The candidates have another library: the chosen ones are taken from it.
  void followLibrary();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildFields();
  void fill();
  void chooseFirst();
  void onRow();
  void takeTyped();
  [[nodiscard]] bool passes(const profiles::Headphones& headphones,
                            const matching::Load& load) const;

  Candidates& candidates_;
  QLineEdit* search_;
  QComboBox* driver_;
  QComboBox* back_;
  QComboBox* impedanceClass_;
  QCheckBox* hasFigures_;
  QListWidget* list_;
  QLabel* found_;
  QWidget* typed_ = nullptr;
  QDoubleSpinBox* impedance_ = nullptr;
  QDoubleSpinBox* sensitivity_ = nullptr;
  QComboBox* reference_ = nullptr;
  QString chosen_;  ///< A profile's id; empty: typed.
};

}  // namespace linecheck::ui
