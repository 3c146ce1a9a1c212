#include "wizard/checklist_panel.h"

#include <QFileDialog>
#include <QLabel>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "setup/repeat.h"
#include "text/sentence_text.h"
#include "theme/style.h"
#include "widgets/flow_layout.h"
#include "wizard/checklist_print.h"
#include "wizard/noise_check.h"
#include "wizard/run_strip.h"
#include "wizard/setup_model.h"
#include "wizard/setup_run.h"
#include "wizard/system_watch.h"

namespace linecheck::ui {

ChecklistPanel::ChecklistPanel(const Theme& theme, SetupModel& model, SetupRun& run,
                               NoiseCheck& noise, SystemWatch& watch, QWidget* parent)
    : QWidget(parent),
      model_(model),
      run_(run),
      noise_(noise),
      watch_(watch),
      text_(new QLabel),
      again_(new QPushButton(tr("Measure all again"))) {
  setAccessibleName(tr("Measure again and print"));
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::RichText);
  text_->setAccessibleName(tr("What has changed"));
  auto* print = new QPushButton(tr("Print…"));
  auto* pdf = new QPushButton(tr("Save as PDF…"));
  again_->setProperty(Style::kPrimary, true);
  auto* buttons = new QWidget;
  auto* row = new FlowLayout(space::kTight, buttons);
  for (auto* button : {again_, print, pdf}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, space::kSnug);
  column->setSpacing(space::kTight);
  column->addWidget(text_);
  // What is asked before it plays, and how far it is.
  auto* strip = new RunStrip(theme, run_, {});
  column->addWidget(strip);
  column->addWidget(buttons);
  strip->hide();
  connect(&run_, &SetupRun::changed, strip, [this, strip] { strip->setVisible(!run_.isIdle()); });
  connect(again_, &QPushButton::clicked, this, &ChecklistPanel::measureAll);
  connect(print, &QPushButton::clicked, this, &ChecklistPanel::print);
  connect(pdf, &QPushButton::clicked, this, &ChecklistPanel::askForPdf);
  connect(&run_, &SetupRun::finished, this, &ChecklistPanel::onRun);
  connect(&noise_, &NoiseCheck::finished, this, &ChecklistPanel::onNoise);
  connect(&noise_, &NoiseCheck::changed, this, &ChecklistPanel::refresh);
  refresh();
}

void ChecklistPanel::measureAll() {
  if (stage_ != Stage::idle || !run_.isIdle()) return;
  model_.markForComparison();
  isCompared_ = false;
  wantsNoise_ = false;
  std::vector<std::string_view> procedures;
  for (const setup::Repeat& repeat : setup::repeatPlan(model_.desk())) {
    if (repeat.kind == setup::ReadingKind::system) watch_.readAgain();
    if (repeat.kind == setup::ReadingKind::noise) {
      wantsNoise_ = true;
    } else if (!repeat.procedure.empty()) {
      procedures.push_back(repeat.procedure);
    }
  }
  stage_ = Stage::measuring;
  refresh();
  run_.begin(procedures);
}

void ChecklistPanel::onRun() {
  if (stage_ != Stage::measuring) return;
  if (!wantsNoise_ || run_.wasStopped()) return finish();
  stage_ = Stage::listening;
  noise_.begin();
}

void ChecklistPanel::onNoise() {
  if (stage_ == Stage::listening) finish();
}

void ChecklistPanel::finish() {
  stage_ = Stage::idle;
  isCompared_ = true;
  refresh();
  Q_EMIT measured();
}

QString ChecklistPanel::changesText() const {
  if (!isCompared_) return {};
  const auto changes = model_.changes();
  if (changes.empty()) return tr("Nothing has moved since the last time.");
  QString text = QStringLiteral("<b>%1</b>").arg(tr("Something moved"));
  for (const setup::ReadingChange& change : changes) {
    text += QStringLiteral("<p style='margin-top:4px;margin-bottom:0'>%1</p>")
                .arg(translated(change.text).toHtmlEscaped());
  }
  return text;
}

void ChecklistPanel::refresh() {
  again_->setEnabled(stage_ == Stage::idle);
  QString text;
  if (stage_ == Stage::idle) {
    text = isCompared_ ? changesText()
                       : tr("Whenever something sounds different, one button measures all that "
                            "can be measured, and says what has moved.");
  } else if (stage_ == Stage::listening) {
    text = tr("Listening for hum. Play nothing.");
  }
  text_->setText(text);
  text_->setVisible(!text.isEmpty());
}

bool ChecklistPanel::savePdf(const QString& file) {
  QPdfWriter writer(file);
  writer.setPageSize(QPageSize(QPageSize::A4));
  writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
  writer.setTitle(tr("Set-up checklist"));
  return printChecklist(model_.steps(), QString::fromStdString(model_.desk().chain().name),
                        model_.now(), writer);
}

void ChecklistPanel::askForPdf() {
  auto* dialog = new QFileDialog(this, tr("Save the checklist"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  dialog->setNameFilters({tr("Documents (*.pdf)")});
  dialog->selectFile(QStringLiteral("checklist.pdf"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    if (!savePdf(file)) Q_EMIT failed(tr("%1 cannot be written.").arg(file));
  });
  dialog->open();
}

void ChecklistPanel::print() {
  auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  auto* dialog = new QPrintDialog(printer.get(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [this, printer] {
    if (!printChecklist(model_.steps(), QString::fromStdString(model_.desk().chain().name),
                        model_.now(), *printer)) {
      Q_EMIT failed(tr("The checklist cannot be printed."));
    }
  });
  dialog->open();
}

}  // namespace linecheck::ui
