#pragma once

#include <QWidget>

#include "profiles/library.h"

class QLineEdit;
class QListWidget;

namespace linecheck::ui {

/// The devices that there are profiles of: searched by typing, added by Enter, a double click or
/// by dragging one onto the drawing.
class LibraryPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LibraryPanel(const profiles::Library& library, QWidget* parent = nullptr);

  /// Ready to type.
  void focusSearch();

 Q_SIGNALS:
  void chosen(const QString& profile);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void choose();

  const profiles::Library& library_;
  QLineEdit* search_;
  QListWidget* list_;
};

}  // namespace linecheck::ui
