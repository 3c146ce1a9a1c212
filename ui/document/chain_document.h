#pragma once

#include <QAction>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/edits.h"
#include "chain/grounds.h"
#include "chain/history.h"
#include "levels/level_plan.h"
#include "profiles/library.h"

namespace linecheck::ui {

/// The chain that the window shows and edits, and what the engine knows of it. Everything on a
/// page changes it by edits, so that all of it can be undone.
class ChainDocument : public QObject {
  Q_OBJECT

 public:
  /// The library outlives the document.
  explicit ChainDocument(const profiles::Library& library, QObject* parent = nullptr);

  [[nodiscard]] const profiles::Library& library() const { return *library_; }
  /// Takes another library in its place. The one before stays alive as long as the document, since
  /// what was drawn from it may still point into it.
  void useLibrary(std::shared_ptr<const profiles::Library> library);
  [[nodiscard]] const chain::Chain& chain() const { return history_.chain(); }
  [[nodiscard]] const chain::Desk& desk() const { return *desk_; }
  /// Of the present desk; worked out when it is first asked for.
  [[nodiscard]] const chain::GroundPlan& grounds() const;
  [[nodiscard]] const levels::LevelPlan& levels() const;  ///< Likewise.
  [[nodiscard]] chain::ProfileLookup lookup() const;
  /// Both edits as one step, named after the first; `next` is made for the desk after it.
  [[nodiscard]] Result<chain::Edit> followedBy(
      Result<chain::Edit> first,
      const std::function<Result<chain::Edit>(const chain::Desk&)>& next) const;

  /// Does an edit, or tells why it cannot be done. False if it was refused.
  bool apply(Result<chain::Edit> edit);
  /// The same, as one step with the edit before if both turn one knob or drag one card.
  bool applyMerged(Result<chain::Edit> edit);

  /// Another chain takes this one's place, saved and with nothing to undo.
  void replace(chain::Chain chain);
  void markSaved();
  [[nodiscard]] bool isModified() const { return !history_.isSaved(); }

  /// Their words name what they would undo or do again.
  [[nodiscard]] QAction* undoAction() const { return undo_; }
  [[nodiscard]] QAction* redoAction() const { return redo_; }
  /// Says anew what they would do, and whether there is anything.
  void nameActions();

 Q_SIGNALS:
  /// The chain is another one than before.
  void changed();
  /// The profiles are others than before; `changed` follows.
  void libraryChanged();
  /// What was wanted cannot be done, and why.
  void refused(const QString& message);
  void modifiedChanged(bool isModified);

 private:
  void refresh();

  const profiles::Library* library_;
  std::vector<std::shared_ptr<const profiles::Library>> libraries_;  ///< Those taken later.
  chain::History history_;
  std::optional<chain::Desk> desk_;
  mutable std::optional<chain::GroundPlan> grounds_;
  mutable std::optional<levels::LevelPlan> levels_;
  QAction* undo_;
  QAction* redo_;
  bool wasModified_ = false;
};

}  // namespace linecheck::ui
