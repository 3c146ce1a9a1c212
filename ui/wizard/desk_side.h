#pragma once

#include <QWidget>
#include <string>

#include "document/chain_document.h"
#include "theme/theme.h"

class QLabel;

namespace linecheck::ui {

class ChainCanvas;
class CloseUp;
class DetailsPanel;
class SetupModel;

/// The drawing beside a step: the user's own gear with the part in question lit, over it what that
/// is about large, and under it the part's details while they are asked for. Where there is little
/// room, the details come in its place.
class DeskSide : public QWidget {
  Q_OBJECT

 public:
  /// All outlive it.
  DeskSide(const Theme& theme, ChainDocument& document, SetupModel& model,
           QWidget* parent = nullptr);

  /// As the item in front and the desk are now.
  void refresh();
  /// Opens a part's details and puts the keyboard there.
  void tell(const std::string& part);
  [[nodiscard]] const CloseUp& closeUp() const { return *closeUp_; }

  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void profileDropped(const QString& profile);
  void detailsOpened();
  void detailsClosed();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void buildDetails();
  void light();
  void showSign();
  void showDetails();
  void arrange();
  void closeDetails();

  ChainDocument& document_;
  SetupModel& model_;
  QLabel* sign_;
  QLabel* caption_;
  CloseUp* closeUp_;
  QLabel* empty_;
  ChainCanvas* canvas_;
  QWidget* detailsBox_;
  QLabel* detailsName_;
  DetailsPanel* details_;
  std::string told_;  ///< The part whose details are shown; empty for none.
};

}  // namespace linecheck::ui
