#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <optional>

class QFormLayout;

namespace linecheck::ui {

/// What is known of one thing, row by row, each to be changed where it stands. Every row has its
/// label as its accessible name, in a group with the group's title before it.
class DetailsForm : public QWidget {
  Q_OBJECT

 public:
  /// A figure that may be unknown.
  struct Scale {
    double least = 0.0;
    double most = 1.0;
    double step = 1.0;
    int decimals = 0;
    QString unit;
  };

  explicit DetailsForm(QWidget* parent = nullptr);

  void addTitle(const QString& title, const QString& caption);
  /// A line above rows that belong together.
  void addSection(const QString& text);
  /// The same above rows whose labels come again in another group, as at two ends of a cable.
  void addGroup(const QString& title);
  void addNote(const QString& text);
  void addText(const QString& label, const QString& text, std::function<void(QString)> changed);
  /// `stands` is −1 where nothing is chosen.
  void addChoice(const QString& label, const QStringList& choices, int stands,
                 std::function<void(int)> changed);
  /// Yes, no, or nobody has told.
  void addYesNo(const QString& label, std::optional<bool> stands,
                std::function<void(std::optional<bool>)> changed);
  void addCheck(const QString& label, bool isOn, std::function<void(bool)> changed);
  void addFigure(const QString& label, std::optional<double> value, const Scale& scale,
                 std::function<void(std::optional<double>)> changed);
  void addButton(const QString& text, std::function<void()> pressed);

 private:
  void addRow(const QString& label, QWidget* field);
  void setName(QWidget* field, const QString& label);
  [[nodiscard]] QString fullName(const QString& label) const;

  QFormLayout* rows_;
  QString group_;  ///< Empty outside of groups.
};

}  // namespace linecheck::ui
