#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <functional>
#include <optional>

#include "profiles/locations.h"
#include "profiles/profile.h"

class QAction;
class QMenu;
class QWidget;

namespace linecheck::ui {

class ChainDocument;
class ProfileEditor;

/// What one can do with the library: make a profile, change, import, export and remove one. After
/// each the document has the library anew.
class ProfileActions : public QObject {
  Q_OBJECT

 public:
  /// All outlive it. `selected` names the profile that is marked; empty if none is.
  ProfileActions(ChainDocument& document, profiles::Locations locations,
                 std::function<QString()> selected, QWidget& window);

  [[nodiscard]] QMenu* menu() const { return menu_; }
  /// Those that are about the marked profile.
  [[nodiscard]] QList<QAction*> deviceActions() const { return {edit_, export_, remove_}; }

  void newProfile();
  void editSelected();
  void exportSelected(const QString& file);
  /// Shows what the file would bring, and takes it over if the user agrees.
  void import(const QString& file);
  void removeSelected();
  /// Names what is marked, after another one was.
  void nameActions();

 Q_SIGNALS:
  /// A profile came or changed.
  void changed(const QString& id);
  void failed(const QString& message);

 private:
  [[nodiscard]] const profiles::Profile* selected() const;
  void open(std::optional<profiles::Profile> edited);
  void askFileToImport();
  void askFileToExport();
  void askToRemove();
  void reload();

  ChainDocument& document_;
  profiles::Locations locations_;
  std::function<QString()> selected_;
  QWidget& window_;
  QMenu* menu_;
  QAction* edit_ = nullptr;
  QAction* export_ = nullptr;
  QAction* remove_ = nullptr;
};

}  // namespace linecheck::ui
