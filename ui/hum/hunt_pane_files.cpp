// A hunt as a file.
#include <QFileDialog>

#include "audio/file/sound_file.h"
#include "diagnosis/hunt_json.h"
#include "document/chain_document.h"
#include "hum/hunt_pane.h"
#include "hum/timeline_panel.h"
#include "json/writer.h"
#include "levels/levels_export.h"

namespace linecheck::ui {
namespace {

QFileDialog* fileDialog(QWidget* parent, const QString& title, QFileDialog::AcceptMode mode) {
  auto* dialog = new QFileDialog(parent, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(mode);
  dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile
                                                      : QFileDialog::ExistingFile);
  return dialog;
}

}  // namespace

void HuntPane::saveTimeline() {
  auto* dialog = fileDialog(this, tr("Save hunt"), QFileDialog::AcceptSave);
  dialog->setNameFilters({tr("Hunts (*.hunt.json)"), tr("Tables (*.csv)")});
  dialog->setDefaultSuffix(QStringLiteral("hunt.json"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    if (const auto saved = saveTimelineAs(file); !saved) {
      Q_EMIT failed(QString::fromStdString(saved.error().message()));
    }
  });
  dialog->open();
}

void HuntPane::openTimeline() {
  auto* dialog = fileDialog(this, tr("Open hunt"), QFileDialog::AcceptOpen);
  dialog->setNameFilters({tr("Hunts (*.json)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    if (const auto opened = openTimelineFrom(file); !opened) {
      Q_EMIT failed(QString::fromStdString(opened.error().message()));
    }
  });
  dialog->open();
}

Result<void> HuntPane::saveTimelineAs(const QString& file) const {
  if (file.endsWith(QStringLiteral(".csv"), Qt::CaseInsensitive)) {
    return saveContent(file, timelineCsv(timeline_.moments()).toUtf8());
  }
  const std::string text = json::toText(diagnosis::toJson(timeline_.journal())) + '\n';
  return saveContent(file, QByteArray::fromStdString(text));
}

Result<void> HuntPane::openTimelineFrom(const QString& file) {
  const auto document = json::parseFile(std::filesystem::path(file.toStdU16String()));
  if (!document) return fail(document.error());
  const auto journal = diagnosis::readJournal(*document);
  if (!journal) return fail(journal.error().front());
  controller_->stop();
  timeline_.replace(*journal, document_.desk());
  return {};
}

void HuntPane::saveSound() {
  const int chosen = moments_->current();
  if (chosen < 0) return;
  auto* dialog = fileDialog(this, tr("Save sound"), QFileDialog::AcceptSave);
  dialog->setNameFilters({tr("Sound files (*.wav)")});
  dialog->setDefaultSuffix(QStringLiteral("wav"));
  connect(dialog, &QFileDialog::fileSelected, this, [this, chosen](const QString& file) {
    if (const auto saved = saveSoundAs(chosen, file); !saved) {
      Q_EMIT failed(QString::fromStdString(saved.error().message()));
    }
  });
  dialog->open();
}

Result<void> HuntPane::saveSoundAs(int moment, const QString& file) const {
  const HuntMoment& chosen = timeline_.moments().at(static_cast<std::size_t>(moment));
  if (!chosen.samples || chosen.samples->empty()) {
    return fail(ErrorCode::notFound, tr("No sound was kept of this moment.").toStdString());
  }
  const std::size_t channels = chosen.samples->size();
  std::vector<float> interleaved(channels * chosen.samples->front().size());
  for (std::size_t channel = 0; channel < channels; ++channel) {
    const std::vector<double>& samples = (*chosen.samples)[channel];
    for (std::size_t i = 0; i < samples.size(); ++i) {
      interleaved[i * channels + channel] = static_cast<float>(samples[i]);
    }
  }
  audio::SoundFileOptions options;
  options.comment = (chosen.title + QStringLiteral(". ") + chosen.result).toStdString();
  return audio::writeSoundFile<float>(std::filesystem::path(file.toStdU16String()), interleaved,
                                      static_cast<int>(channels),
                                      static_cast<int>(chosen.rate.value()), options);
}

}  // namespace linecheck::ui
