#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "profiles/figure_fields.h"
#include "profiles/profile.h"
#include "profiles/spec_line.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace linecheck::ui {

/// One headphone output: its socket and figures, the power by load, and the steps of its gain
/// switch.
class OutputEditor : public QWidget {
  Q_OBJECT

 public:
  explicit OutputEditor(QWidget* parent = nullptr);

  void show(const profiles::Port& port, const profiles::GainSwitch* gains);
  /// Fills in what a pasted line says.
  void show(const profiles::SpecLine& line);

  /// Tells each fault where it is, and returns them.
  [[nodiscard]] QStringList check(const UsualSource& usual);
  /// The output; what is not edited here stays as it was.
  [[nodiscard]] profiles::Port port(const UsualSource& usual) const;
  [[nodiscard]] profiles::GainSwitch gains(const UsualSource& usual) const;
  [[nodiscard]] QString name() const;
  [[nodiscard]] const std::string& id() const { return before_.id; }

 Q_SIGNALS:
  void changed();
  void removed();

 private:
  /// A figure that the user adds, with a field of its own before it: a load, or a step's name.
  struct NamedRow {
    QLineEdit* label;
    FigureFields* row;
    std::optional<profiles::Figure<Watts>> powerBefore;
    std::optional<profiles::Figure<Decibels>> gainBefore;
    std::string condition;
  };

  FigureFields* addRow(const QString& name, const QStringList& units);
  NamedRow& addPower(const QString& load);
  NamedRow& addGain(const QString& name);
  NamedRow makeNamed(QGridLayout& grid, const QString& label, const QString& name,
                     const QString& hint, const QStringList& units);

  profiles::Port before_;
  QLineEdit* name_;
  QComboBox* connector_;
  QComboBox* balanced_;
  QGridLayout* figures_;
  QGridLayout* powers_;
  QGridLayout* steps_;
  QLabel* powerCaption_;
  QLabel* stepCaption_;
  FigureFields* impedance_ = nullptr;
  FigureFields* maximum_ = nullptr;
  FigureFields* noise_ = nullptr;
  FigureFields* signalToNoise_ = nullptr;
  FigureFields* dynamicRange_ = nullptr;
  std::vector<NamedRow> power_;
  std::vector<NamedRow> gain_;
  bool isNew_ = true;
};

}  // namespace linecheck::ui
