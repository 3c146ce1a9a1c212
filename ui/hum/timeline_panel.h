#pragma once

#include <QWidget>

#include "hum/hunt_timeline.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace linecheck::ui {

/// The hunt so far, moment by moment. One that is chosen is shown again until the user goes back
/// to what is heard now.
class TimelinePanel : public QWidget {
  Q_OBJECT

 public:
  /// The timeline outlives the panel.
  explicit TimelinePanel(const HuntTimeline& timeline, QWidget* parent = nullptr);

  /// Index of the moment that is shown again; −1 for none.
  [[nodiscard]] int current() const;
  void choose(int moment);
  void goLive();

 Q_SIGNALS:
  /// −1: back to what is heard now.
  void momentChosen(int moment);
  void savePressed();
  void openPressed();
  void saveSoundPressed();

 private:
  void fill();

  const HuntTimeline& timeline_;
  QLabel* empty_;
  QListWidget* list_;
  QPushButton* live_;
  QPushButton* save_;
  QPushButton* sound_;
};

}  // namespace linecheck::ui
