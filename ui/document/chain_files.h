#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "document/chain_document.h"

class QAction;
class QWidget;

namespace linecheck::ui {

/// New, open, save: which file the document is in, and what to ask before changes are lost.
class ChainFiles : public QObject {
  Q_OBJECT

 public:
  /// Dialogs open over `window`, which owns this object.
  ChainFiles(ChainDocument& document, QWidget* window);

  [[nodiscard]] QList<QAction*> actions() const { return actions_; }
  /// Empty for a chain that was never saved.
  [[nodiscard]] const QString& file() const { return file_; }

  /// Opens a file; `failed` tells all that is wrong with it, and nothing changes.
  bool open(const QString& file);
  bool save(const QString& file);
  /// Does this once no change can be lost by it: at once, or when the user has decided.
  void whenSafe(std::function<void()> deed);

 Q_SIGNALS:
  void fileChanged();
  /// What was opened has this file's chain now.
  void opened();
  /// What went wrong, in a line or several.
  void failed(const QString& message);

 private:
  void add(const QString& text, const QKeySequence& key, std::function<void()> deed);
  void askFileToOpen();
  void askFileToSave(std::function<void()> then);
  void saveThen(std::function<void()> then);
  void setFile(const QString& file);

  ChainDocument& document_;
  QWidget* window_;
  QList<QAction*> actions_;
  QString file_;
};

}  // namespace linecheck::ui
