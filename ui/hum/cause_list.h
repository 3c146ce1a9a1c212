#pragma once

#include <QScrollArea>
#include <map>
#include <optional>
#include <vector>

#include "diagnosis/diagnosis.h"
#include "theme/theme.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace linecheck::ui {

class CauseRow;
class WhyPanel;

/// What the noise can come from, the likeliest first. The first three, "no hum" and "unknown" are
/// always there; the rest unfolds. Each opens what speaks for and against it.
class CauseList : public QScrollArea {
  Q_OBJECT

 public:
  explicit CauseList(const Theme& theme, QWidget* parent = nullptr);

  void show(const diagnosis::Diagnosis& diagnosis);
  /// Nothing has been heard yet, or no more.
  void clear();
  /// A quiet line above them that says of which moment they are; empty for none.
  void setCaption(const QString& caption);
  /// Those that are seen, from the top.
  [[nodiscard]] std::vector<diagnosis::Cause> shown() const;
  void open(diagnosis::Cause cause);
  [[nodiscard]] std::optional<diagnosis::Cause> openCause() const { return open_; }

  [[nodiscard]] QSize sizeHint() const override { return {300, 260}; }

 private:
  void arrange();
  void showWhy();

  struct Entry {
    CauseRow* row = nullptr;
    WhyPanel* why = nullptr;
  };

  const Theme& theme_;
  QVBoxLayout* rows_;
  QLabel* caption_;
  QLabel* empty_;
  QPushButton* more_;
  std::map<diagnosis::Cause, Entry> entries_;
  std::vector<diagnosis::Cause> order_;  ///< As they stand now.
  std::optional<diagnosis::Diagnosis> diagnosis_;
  std::optional<diagnosis::Cause> open_;
  bool showsAll_ = false;
};

}  // namespace linecheck::ui
