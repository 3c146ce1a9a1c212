#pragma once

#include <QWidget>
#include <map>
#include <string>

#include "measure/procedure.h"

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace linecheck::ui {

/// The settings of one procedure: a field for each parameter, a check box for one that is yes or
/// no. What is typed is kept while another procedure is shown.
class ParameterForm : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterForm(QWidget* parent = nullptr);

  /// Null shows no field.
  void show(const measure::Procedure* procedure);
  /// What the fields say; a field that is empty or no number gives no value.
  [[nodiscard]] measure::Values values() const;
  /// Puts the focus where something is still missing or out of range.
  void focusFault();
  /// "0" and "1" for a check box.
  void setField(const std::string& parameter, const QString& text);

 Q_SIGNALS:
  void changed();

 private:
  void addBox(const measure::Parameter& parameter, int place);
  void addField(const measure::Parameter& parameter, int place);
  /// What was typed before, or the standard.
  [[nodiscard]] QString textOf(const measure::Parameter& parameter) const;
  void keep(const measure::Parameter& parameter, const QString& text);
  void mark(const measure::Parameter& parameter);

  const measure::Procedure* procedure_ = nullptr;
  QGridLayout* grid_;
  std::map<std::string, QLineEdit*> fields_;
  std::map<std::string, QCheckBox*> boxes_;
  std::map<std::string, std::map<std::string, QString>> typed_;  ///< By procedure and parameter.
};

}  // namespace linecheck::ui
