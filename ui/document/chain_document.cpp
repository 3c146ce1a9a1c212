#include "document/chain_document.h"

#include <utility>

#include "base/check.h"
#include "text/chain_text.h"

namespace linecheck::ui {

ChainDocument::ChainDocument(const profiles::Library& library, QObject* parent)
    : QObject(parent), library_(&library), undo_(new QAction(this)), redo_(new QAction(this)) {
  undo_->setShortcut(QKeySequence::Undo);
  redo_->setShortcut(QKeySequence::Redo);
  connect(undo_, &QAction::triggered, this, [this] {
    if (history_.undo()) refresh();
  });
  connect(redo_, &QAction::triggered, this, [this] {
    if (history_.redo()) refresh();
  });
  desk_.emplace(history_.chain(), lookup());
  nameActions();
}

chain::ProfileLookup ChainDocument::lookup() const {
  return [this](std::string_view id) -> const profiles::Profile* {
    const auto* entry = library_->find(id);
    return entry ? &entry->profile : nullptr;
  };
}

void ChainDocument::useLibrary(std::shared_ptr<const profiles::Library> library) {
  if (!LC_VERIFY(library != nullptr)) return;
  libraries_.push_back(std::move(library));
  library_ = libraries_.back().get();
  Q_EMIT libraryChanged();
  refresh();
}

const chain::GroundPlan& ChainDocument::grounds() const {
  if (!grounds_) grounds_ = chain::planGrounds(*desk_);
  return *grounds_;
}

const levels::LevelPlan& ChainDocument::levels() const {
  if (!levels_) levels_ = levels::planLevels(*desk_);
  return *levels_;
}

Result<chain::Edit> ChainDocument::followedBy(
    Result<chain::Edit> first,
    const std::function<Result<chain::Edit>(const chain::Desk&)>& next) const {
  if (!first) return first;
  chain::Chain after = chain();
  chain::apply(after, *first);
  auto second = next(chain::Desk(std::move(after), lookup()));
  if (!second) return second;
  first->changes.insert(first->changes.end(), second->changes.begin(), second->changes.end());
  return first;
}

bool ChainDocument::apply(Result<chain::Edit> edit) {
  if (!edit) {
    Q_EMIT refused(QString::fromStdString(edit.error().what));
    return false;
  }
  history_.apply(std::move(*edit));
  refresh();
  return true;
}

bool ChainDocument::applyMerged(Result<chain::Edit> edit) {
  if (!edit) {
    Q_EMIT refused(QString::fromStdString(edit.error().what));
    return false;
  }
  history_.applyMerged(std::move(*edit));
  refresh();
  return true;
}

void ChainDocument::replace(chain::Chain chain) {
  history_ = chain::History(std::move(chain));
  refresh();
}

void ChainDocument::markSaved() {
  history_.markSaved();
  nameActions();
}

void ChainDocument::refresh() {
  grounds_.reset();
  levels_.reset();
  desk_.emplace(history_.chain(), lookup());
  nameActions();
  Q_EMIT changed();
}

void ChainDocument::nameActions() {
  const auto name = [](QAction* action, const chain::Edit* edit, const QString& plain,
                       const QString& pattern) {
    action->setEnabled(edit != nullptr);
    action->setText(edit ? pattern.arg(editText(*edit)) : plain);
  };
  name(undo_, history_.nextUndo(), tr("&Undo"), tr("&Undo: %1"));
  name(redo_, history_.nextRedo(), tr("&Redo"), tr("&Redo: %1"));
  if (wasModified_ == isModified()) return;
  wasModified_ = isModified();
  Q_EMIT modifiedChanged(wasModified_);
}

}  // namespace linecheck::ui
