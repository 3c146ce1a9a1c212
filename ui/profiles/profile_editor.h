#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "profiles/figure_fields.h"
#include "profiles/library.h"
#include "profiles/locations.h"
#include "profiles/spec_line.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace linecheck::ui {

class OutputEditor;

/// Writes one profile of the user's: what the device is, its figures, and for each of these where
/// it comes from and how sure it is. What is wrong stands beside its field, and Save says why it
/// cannot be pressed.
class ProfileEditor : public QDialog {
  Q_OBJECT

 public:
  /// For a new profile, or for a change of `edited`; the library outlives the dialog.
  ProfileEditor(const profiles::Library& library, profiles::Locations locations,
                std::optional<profiles::Profile> edited, QWidget* parent = nullptr);

  /// The profile as the fields have it now.
  [[nodiscard]] profiles::Profile profile() const;
  /// Why it cannot be saved yet; empty if it can.
  [[nodiscard]] QString reason() const;

 Q_SIGNALS:
  void saved(const QString& id);

 private:
  QWidget* buildDevice();
  QWidget* buildHeadphones();
  QWidget* buildOutputs();
  OutputEditor* addOutput();
  void removeOutput(OutputEditor* output);
  void showProfile();
  void fillIn(const profiles::SpecLine& line);
  void check();
  void save();
  [[nodiscard]] bool isHeadphones() const;
  [[nodiscard]] profiles::Kind kind() const;
  [[nodiscard]] UsualSource usual() const;
  [[nodiscard]] QStringList faults() const;
  [[nodiscard]] profiles::Provenance usualProvenance() const;
  [[nodiscard]] std::optional<profiles::Back> chosenBack() const;
  void writeOutputs(profiles::Profile& profile) const;

  const profiles::Library& library_;
  profiles::Locations locations_;
  std::optional<profiles::Profile> edited_;
  QComboBox* kind_;
  QLineEdit* maker_;
  QLineEdit* model_;
  QLineEdit* source_;
  QLineEdit* url_;
  QComboBox* confidence_;
  QLabel* idLine_;
  QComboBox* driver_;
  QComboBox* back_;
  FigureFields* impedance_ = nullptr;
  FigureFields* sensitivity_ = nullptr;
  QWidget* headphones_ = nullptr;
  QWidget* outputsBox_ = nullptr;
  QVBoxLayout* outputsColumn_ = nullptr;
  std::vector<OutputEditor*> outputs_;
  QLabel* reason_;
  QPushButton* save_ = nullptr;
};

}  // namespace linecheck::ui
