#include "profiles/profile_actions.h"

#include <QAction>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <filesystem>
#include <memory>

#include "document/chain_document.h"
#include "profiles/import_dialog.h"
#include "profiles/profile_editor.h"
#include "profiles/profile_words.h"
#include "profiles/user_profiles.h"

namespace linecheck::ui {
namespace {

QString nameOf(const profiles::Profile& profile) {
  return QString::fromStdString(profile.name());
}

}  // namespace

ProfileActions::ProfileActions(ChainDocument& document, profiles::Locations locations,
                               std::function<QString()> selected, QWidget& window)
    : document_(document),
      locations_(std::move(locations)),
      selected_(std::move(selected)),
      window_(window),
      menu_(new QMenu(tr("&Library"), &window)) {
  auto* fresh = menu_->addAction(tr("&New profile…"), this, &ProfileActions::newProfile);
  fresh->setShortcut(tr("Ctrl+Shift+N"));
  edit_ = menu_->addAction(tr("&Edit profile…"), this, &ProfileActions::editSelected);
  menu_->addSeparator();
  menu_->addAction(tr("&Import profiles…"), this, &ProfileActions::askFileToImport);
  export_ = menu_->addAction(tr("E&xport profile…"), this, &ProfileActions::askFileToExport);
  menu_->addSeparator();
  remove_ = menu_->addAction(tr("&Delete profile…"), this, &ProfileActions::askToRemove);
  connect(&document_, &ChainDocument::libraryChanged, this, &ProfileActions::nameActions);
  nameActions();
}

const profiles::Profile* ProfileActions::selected() const {
  const auto* entry = document_.library().find(selected_().toStdString());
  return entry ? &entry->profile : nullptr;
}

void ProfileActions::nameActions() {
  const profiles::Profile* profile = selected();
  const auto* entry = profile ? document_.library().find(profile->id) : nullptr;
  const QString name = profile ? QString::fromStdString(profile->model) : QString();
  const auto show = [&](QAction* action, const QString& plain, const QString& pattern, bool isOn) {
    action->setEnabled(isOn);
    action->setText(profile ? pattern.arg(name) : plain);
  };
  show(edit_, tr("&Edit profile…"), tr("&Edit profile “%1”…"),
       profile && isEditable(profile->kind));
  show(export_, tr("E&xport profile…"), tr("E&xport profile “%1”…"), profile != nullptr);
  show(remove_, tr("&Delete profile…"), tr("&Delete profile “%1”…"), entry && entry->isUsers);
}

void ProfileActions::newProfile() {
  open(std::nullopt);
}

void ProfileActions::editSelected() {
  const profiles::Profile* profile = selected();
  if (profile && isEditable(profile->kind)) open(*profile);
}

void ProfileActions::open(std::optional<profiles::Profile> edited) {
  auto* editor = new ProfileEditor(document_.library(), locations_, std::move(edited), &window_);
  editor->setAttribute(Qt::WA_DeleteOnClose);
  connect(editor, &ProfileEditor::saved, this, [this](const QString& id) {
    reload();
    Q_EMIT changed(id);
  });
  editor->open();
}

void ProfileActions::reload() {
  document_.useLibrary(
      std::make_shared<const profiles::Library>(profiles::Library::load(locations_)));
}

void ProfileActions::askFileToImport() {
  auto* dialog = new QFileDialog(&window_, tr("Import profiles"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Tables and profiles (*.csv *.tsv *.json)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, &ProfileActions::import);
  dialog->open();
}

void ProfileActions::import(const QString& file) {
  auto* dialog = new ImportDialog(document_.library(), file, &window_);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, dialog] {
    QString last;
    Errors errors;
    for (const profiles::Profile& profile : dialog->profiles()) {
      const auto saved =
          profiles::saveProfile(profile, document_.library(), locations_, dialog->clash());
      if (!saved) {
        errors = saved.error();
        break;
      }
      last = QString::fromStdString(profile.id);
    }
    reload();
    if (!errors.empty()) Q_EMIT failed(errorsText(errors));
    if (!last.isEmpty()) Q_EMIT changed(last);
  });
  dialog->open();
}

void ProfileActions::askFileToExport() {
  const profiles::Profile* profile = selected();
  if (!profile) return;
  auto* dialog = new QFileDialog(&window_, tr("Export profile"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  dialog->setNameFilters({tr("Profile (*.json)")});
  dialog->selectFile(QString::fromStdString(profile->id) + QStringLiteral(".json"));
  connect(dialog, &QFileDialog::fileSelected, this, &ProfileActions::exportSelected);
  dialog->open();
}

void ProfileActions::exportSelected(const QString& file) {
  const profiles::Profile* profile = selected();
  if (!profile) return;
  // Whoever chose a file that is there was asked by the dialog.
  const auto written =
      profiles::exportProfile(*profile, std::filesystem::path(file.toStdU16String()), true);
  if (!written) Q_EMIT failed(QString::fromStdString(written.error().message()));
}

void ProfileActions::askToRemove() {
  const profiles::Profile* profile = selected();
  if (!profile) return;
  auto* box = new QMessageBox(QMessageBox::Question, tr("Delete the profile?"),
                              tr("Your profile of the %1 is deleted.").arg(nameOf(*profile)),
                              QMessageBox::Cancel, &window_);
  box->setInformativeText(
      tr("If Linecheck brings one of this device, that one is used again. Export it first if you "
         "may want it back."));
  box->setAttribute(Qt::WA_DeleteOnClose);
  auto* agreed = box->addButton(tr("Delete"), QMessageBox::DestructiveRole);
  connect(agreed, &QPushButton::clicked, this, &ProfileActions::removeSelected);
  box->open();
}

void ProfileActions::removeSelected() {
  const profiles::Profile* profile = selected();
  if (!profile) return;
  const auto removed = profiles::removeProfile(profile->id, document_.library());
  if (!removed) Q_EMIT failed(QString::fromStdString(removed.error().message()));
  reload();
}

}  // namespace linecheck::ui
