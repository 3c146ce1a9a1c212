// What the page can do, for the keyboard, and the files that it reads and writes.
#include <QAction>
#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include "levels/figure_table.h"
#include "levels/level_match_dialog.h"
#include "levels/levels_export.h"
#include "levels/measurement_list.h"
#include "levels/run_panel.h"
#include "levels/trace_panel.h"
#include "pages/levels_page.h"
#include "plots/chart_plot.h"
#include "widgets/notice_line.h"

namespace linecheck::ui {
namespace {

QString csvFilter() {
  return LevelsPage::tr("Comma-separated values (*.csv)");
}

QString jsonFilter() {
  return LevelsPage::tr("Measurements (*.json)");
}

}  // namespace

void LevelsPage::buildActions() {
  menu_ = new PageMenu(tr("&Levels"), this);
  menu_->add(tr("&Run, or go on"), Qt::Key_F5, [this] { panel_->press(); });
  menu_->add(tr("Check-&up"), tr("Ctrl+Shift+U"), [this] {
    list_->choose(nullptr);
    run();
  });
  menu_->addAction(tr("&Stop") + QStringLiteral("\tEsc"), this, &LevelsPage::stop);
  menu_->addSeparator();
  menu_->add(tr("Matc&h levels…"), {}, [this] {
    auto* dialog = new LevelMatchDialog(theme_, session_, document_, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
  });
  menu_->addSeparator();
  menu_->add(tr("&Load a run to compare…"), tr("Ctrl+Shift+O"),
             [this] { askToOpen(tr("Load a run"), jsonFilter(), &LevelsPage::loadRun); });
  menu_->add(tr("Load li&mits…"), {},
             [this] { askToOpen(tr("Load limits"), csvFilter(), &LevelsPage::loadLimits); });
  menu_->addSeparator();
  menu_->add(tr("Copy &figures"), {}, [this] { figures_->copy(); });
  menu_->add(tr("Copy curves as &image"), tr("Ctrl+Shift+C"),
             [this] { traces_->plot().copyImage(); });
  menu_->add(tr("Copy curves as &numbers"), {}, [this] { traces_->plot().copyNumbers(); });
  menu_->addSeparator();
  menu_->add(tr("Save curves as ima&ge…"), {}, [this] {
    askForFile(tr("Save curves as image"), QStringLiteral("png"), tr("Image (*.png)"),
               &LevelsPage::saveImage);
  });
  menu_->add(tr("Save run as &table…"), tr("Ctrl+E"), [this] {
    askForFile(tr("Save run as table"), QStringLiteral("csv"), csvFilter(), &LevelsPage::saveCsv);
  });
  menu_->add(tr("Save run as &JSON…"), {}, [this] {
    askForFile(tr("Save run as JSON"), QStringLiteral("json"), jsonFilter(), &LevelsPage::saveJson);
  });
  menu_->add(tr("Save &captures…"), {}, [this] {
    askForFile(tr("Save captures"), QStringLiteral("wav"), tr("Sound files (*.wav *.flac)"),
               &LevelsPage::saveCaptures);
  });
  connect(traces_, &TracePanel::loadRunWanted, this,
          [this] { askToOpen(tr("Load a run"), jsonFilter(), &LevelsPage::loadRun); });
  connect(traces_, &TracePanel::loadLimitsWanted, this,
          [this] { askToOpen(tr("Load limits"), csvFilter(), &LevelsPage::loadLimits); });
  connect(traces_, &TracePanel::saveLimitsWanted, this, [this] {
    askForFile(tr("Save limits"), QStringLiteral("csv"), csvFilter(), &LevelsPage::saveLimits);
  });
}

void LevelsPage::perform(midi::Action action) {
  using midi::Action;
  const bool isPlugging = run_->state() == MeasurementRun::State::awaitsCables;
  switch (action) {
    case Action::startStop:
      return isBusy() ? stop() : run();
    case Action::nextStep:
      if (isPlugging) return run_->goOn();
      [[fallthrough]];
    case Action::skipStep:
      if (!isBusy()) list_->chooseBy(1);
      return;
    case Action::undoStep:
      if (!isBusy()) list_->chooseBy(-1);
      return;
    default:
      return;
  }
}

void LevelsPage::setCurrent(bool isCurrent) {
  menu_->setCurrent(isCurrent);
}

void LevelsPage::askForFile(const QString& title, const QString& suffix, const QString& filter,
                            Save save) {
  auto* dialog = new QFileDialog(this, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(suffix);
  dialog->setNameFilters({filter});
  const auto* run = shownRun();
  const QString name = run ? QString::fromStdString(run->kind) : QStringLiteral("measurement");
  dialog->selectFile(name + u'.' + suffix);
  connect(dialog, &QFileDialog::fileSelected, this, save);
  dialog->open();
}

void LevelsPage::askToOpen(const QString& title, const QString& filter, Save open) {
  auto* dialog = new QFileDialog(this, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  dialog->setNameFilters({filter});
  connect(dialog, &QFileDialog::fileSelected, this, open);
  dialog->open();
}

void LevelsPage::tell(const QString& message) {
  notice_->show(message, tr("Dismiss"));
}

void LevelsPage::tell(const Result<void>& result) {
  if (!result) tell(QString::fromStdString(result.error().message()));
}

void LevelsPage::loadRun(const QString& file) {
  if (shown() == nullptr) return tell(tr("Choose the measurement first that the run is of."));
  const auto loaded = history_.load(std::filesystem::path(file.toStdU16String()), shown()->id());
  if (!loaded) return tell(QString::fromStdString(loaded.error().message()));
  traces_->refreshRuns(*loaded);
}

void LevelsPage::loadLimits(const QString& file) {
  constexpr qint64 kMost = 1 << 20;
  QFile from(file);
  if (!from.open(QIODevice::ReadOnly)) {
    return tell(tr("%1 cannot be read.").arg(QFileInfo(file).fileName()));
  }
  const QByteArray text = from.read(kMost);
  auto limits = measure::parseLimits(text.toStdString(), QFileInfo(file).fileName().toStdString());
  if (!limits) return tell(QString::fromStdString(limits.error().message()));
  traces_->setLimits(*std::move(limits));
}

void LevelsPage::saveLimits(const QString& file) {
  if (const auto* limits = traces_->limits()) {
    tell(saveContent(file, QByteArray::fromStdString(measure::limitsCsv(*limits))));
  }
}

void LevelsPage::saveImage(const QString& file) {
  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  if (!traces_->plot().grab().save(&buffer, "PNG")) return tell(tr("The image cannot be made."));
  tell(saveContent(file, content));
}

void LevelsPage::saveCsv(const QString& file) {
  const PastRun* run = shownRun();
  if (run == nullptr) return tell(tr("There is no run to save yet."));
  tell(saveContent(file, runAsCsv(*run).toUtf8()));
}

void LevelsPage::saveJson(const QString& file) {
  const PastRun* run = shownRun();
  if (run == nullptr) return tell(tr("There is no run to save yet."));
  tell(saveRunJson(*run, file));
}

void LevelsPage::saveCaptures(const QString& file) {
  const PastRun* run = shownRun();
  if (run == nullptr) return tell(tr("There is no run to save yet."));
  tell(saveRunCaptures(*run, file));
}

}  // namespace linecheck::ui
