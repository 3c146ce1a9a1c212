#include "document/chain_files.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <filesystem>
#include <utility>

#include "chain/file.h"

namespace linecheck::ui {
namespace {

constexpr qsizetype kMostErrors = 4;  // A line shows no more.

std::filesystem::path pathOf(const QString& file) {
  return std::filesystem::path(file.toStdU16String());
}

QString textOf(const Errors& errors) {
  QStringList lines;
  for (const Error& error : errors) {
    if (lines.size() == kMostErrors) {
      lines << ChainFiles::tr("and %1 more").arg(errors.size() - kMostErrors);
      break;
    }
    lines << QString::fromStdString(error.message());
  }
  return lines.join(u'\n');
}

}  // namespace

ChainFiles::ChainFiles(ChainDocument& document, QWidget* window)
    : QObject(window), document_(document), window_(window) {
  add(tr("&New chain"), QKeySequence::New, [this] {
    whenSafe([this] {
      document_.replace({});
      setFile({});
      Q_EMIT opened();
    });
  });
  add(tr("&Open chain…"), QKeySequence::Open, [this] { whenSafe([this] { askFileToOpen(); }); });
  add(tr("&Save chain"), QKeySequence::Save, [this] { saveThen({}); });
  add(tr("Save chain &as…"), QKeySequence::SaveAs, [this] { askFileToSave({}); });
}

void ChainFiles::add(const QString& text, const QKeySequence& key, std::function<void()> deed) {
  auto* action = new QAction(text, this);
  action->setShortcut(key);
  connect(action, &QAction::triggered, this, std::move(deed));
  actions_ << action;
}

void ChainFiles::setFile(const QString& file) {
  file_ = file;
  Q_EMIT fileChanged();
}

bool ChainFiles::open(const QString& file) {
  auto loaded = chain::loadFile(pathOf(file), document_.lookup());
  if (!loaded) {
    Q_EMIT failed(tr("%1 cannot be opened.").arg(QFileInfo(file).fileName()) + u'\n' +
                  textOf(loaded.error()));
    return false;
  }
  document_.replace(std::move(loaded->chain));
  setFile(file);
  Q_EMIT opened();
  if (!loaded->warnings.empty()) Q_EMIT failed(textOf(loaded->warnings));
  return true;
}

bool ChainFiles::save(const QString& file) {
  if (const auto saved = chain::saveFile(pathOf(file), document_.chain()); !saved) {
    Q_EMIT failed(QString::fromStdString(saved.error().message()));
    return false;
  }
  document_.markSaved();
  setFile(file);
  return true;
}

void ChainFiles::whenSafe(std::function<void()> deed) {
  if (!document_.isModified()) {
    deed();
    return;
  }
  auto* box = new QMessageBox(
      QMessageBox::Question, tr("Save the chain?"), tr("The chain has changes that are not saved."),
      QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window_);
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setDefaultButton(QMessageBox::Save);
  connect(box, &QMessageBox::finished, this, [this, deed = std::move(deed)](int answer) {
    if (answer == QMessageBox::Save) saveThen(deed);
    if (answer == QMessageBox::Discard) deed();
  });
  box->open();
}

void ChainFiles::saveThen(std::function<void()> then) {
  if (file_.isEmpty()) {
    askFileToSave(std::move(then));
  } else if (save(file_) && then) {
    then();
  }
}

void ChainFiles::askFileToOpen() {
  auto* dialog = new QFileDialog(window_, tr("Open chain"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({tr("Chains (*.chain.json)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { open(file); });
  dialog->open();
}

void ChainFiles::askFileToSave(std::function<void()> then) {
  auto* dialog = new QFileDialog(window_, tr("Save chain"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("chain.json"));
  dialog->setNameFilters({tr("Chains (*.chain.json)")});
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, then = std::move(then)](const QString& file) {
            if (save(file) && then) then();
          });
  dialog->open();
}

}  // namespace linecheck::ui
