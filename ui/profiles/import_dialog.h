#pragma once

#include <QDialog>
#include <optional>
#include <string>
#include <vector>

#include "profiles/csv_import.h"
#include "profiles/library.h"
#include "profiles/user_profiles.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace linecheck::ui {

/// Shows what a table or a profile file would bring, or every fault in it, and asks what a table
/// leaves open: kind, source, how sure, and what a sensitivity is for.
class ImportDialog : public QDialog {
  Q_OBJECT

 public:
  /// The library outlives the dialog.
  ImportDialog(const profiles::Library& library, const QString& file, QWidget* parent = nullptr);

  /// What the file brings; empty while there is a fault.
  [[nodiscard]] const std::vector<profiles::Profile>& profiles() const { return profiles_; }
  [[nodiscard]] profiles::Clash clash() const;

 private:
  QWidget* buildQuestions();
  void read();
  void show(const Errors& errors);
  [[nodiscard]] ResultOrErrors<std::vector<profiles::Profile>> load() const;

  const profiles::Library& library_;
  QString file_;
  bool isTable_;
  std::string text_;  ///< Of a table.
  std::optional<Error> unreadable_;
  QComboBox* kind_;
  QLineEdit* source_;
  QLineEdit* url_;
  QComboBox* confidence_;
  QComboBox* reference_;
  QCheckBox* replace_;
  QLabel* summary_;
  QPlainTextEdit* list_;
  QPushButton* import_ = nullptr;
  std::vector<profiles::Profile> profiles_;
};

}  // namespace linecheck::ui
