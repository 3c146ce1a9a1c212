#pragma once

#include <QWidget>

class QAction;
class QLineEdit;
class QListWidget;

namespace linecheck::ui {

class ChainDocument;

/// The devices that there are profiles of: searched by typing, added by Enter, a double click or
/// by dragging one onto the drawing.
class LibraryPanel : public QWidget {
  Q_OBJECT

 public:
  /// The document outlives the panel.
  explicit LibraryPanel(const ChainDocument& document, QWidget* parent = nullptr);

  /// Ready to type.
  void focusSearch();
  /// The id of the profile that is marked; empty if none is.
  [[nodiscard]] QString current() const;
  /// Marks a profile, and shows all of them if the search hides it.
  void reveal(const QString& profile);
  /// What the menu of a device in the list offers.
  void setDeviceActions(const QList<QAction*>& actions);

 Q_SIGNALS:
  void chosen(const QString& profile);
  void currentChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void choose();

  const ChainDocument& document_;
  QLineEdit* search_;
  QListWidget* list_;
};

}  // namespace linecheck::ui
