#pragma once

#include <QWidget>
#include <optional>

#include "system/endpoint.h"
#include "theme/theme.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace linecheck::ui {

class SetupModel;
class SystemWatch;

/// What the operating system says of an output, as it is now, and buttons that set it where the
/// system lets one.
class ComputerPanel : public QWidget {
  Q_OBJECT

 public:
  /// All outlive the panel.
  ComputerPanel(const Theme& theme, SystemWatch& watch, SetupModel& model,
                QWidget* parent = nullptr);

  /// The output that is read; none if there is none.
  [[nodiscard]] std::optional<system::Endpoint> endpoint() const;

 Q_SIGNALS:
  void failed(const QString& message);

 protected:
  void showEvent(QShowEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void fill();
  void refresh();
  [[nodiscard]] double wanted() const;

  const Theme& theme_;
  SystemWatch& watch_;
  SetupModel& model_;
  QComboBox* endpoints_;
  QLabel* volume_;
  QLabel* about_;
  QPushButton* set_;
  QPushButton* unmute_;
  QPushButton* setFormat_;
};

}  // namespace linecheck::ui
