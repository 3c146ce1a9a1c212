#include "profiles/import_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <filesystem>

#include "canvas/card_from_profile.h"
#include "profiles/loader.h"
#include "profiles/profile_words.h"
#include "theme/style.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qint64 kMostBytes = qint64{16} << 20;

}  // namespace

ImportDialog::ImportDialog(const profiles::Library& library, const QString& file, QWidget* parent)
    : QDialog(parent),
      library_(library),
      file_(file),
      isTable_(!file.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)),
      kind_(new QComboBox),
      source_(new QLineEdit),
      url_(new QLineEdit),
      confidence_(new QComboBox),
      reference_(new QComboBox),
      replace_(new QCheckBox(tr("&Replace those that I have already"))),
      summary_(new QLabel),
      list_(new QPlainTextEdit) {
  const QString name = QFileInfo(file).fileName();
  setWindowTitle(tr("Import %1").arg(name));
  summary_->setWordWrap(true);
  summary_->setFont(textFont(TextSize::body, QFont::DemiBold));
  list_->setReadOnly(true);
  list_->setTabChangesFocus(true);
  list_->setLineWrapMode(QPlainTextEdit::WidgetWidth);
  list_->setAccessibleName(tr("What the file brings"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  import_ = buttons->button(QDialogButtonBox::Ok);
  import_->setText(tr("Import"));
  import_->setProperty(Style::kPrimary, true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(replace_, &QCheckBox::toggled, this, &ImportDialog::read);

  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kNormal);
  all->setSpacing(space::kSnug);
  if (isTable_) all->addWidget(buildQuestions());
  all->addWidget(summary_);
  all->addWidget(list_, 1);
  all->addWidget(replace_);
  all->addWidget(buttons);
  resize(660, isTable_ ? 560 : 380);
  if (isTable_) {
    QFile table(file);
    if (!table.open(QIODevice::ReadOnly)) {
      unreadable_ = {ErrorCode::io, tr("This file cannot be read.").toStdString(), {}};
    } else if (table.size() > kMostBytes) {
      unreadable_ = {ErrorCode::badInput, tr("This file is larger than 16 MiB.").toStdString(), {}};
    } else {
      text_ = table.readAll().toStdString();
    }
  }
  read();
}

QWidget* ImportDialog::buildQuestions() {
  kind_->addItem(tr("as the table says"));
  for (const profiles::Kind kind : editableKinds()) {
    kind_->addItem(kindText(kind), static_cast<int>(kind));
  }
  confidence_->addItem(tr("as the table says"));
  for (const auto confidence : surenessChoices()) {
    confidence_->addItem(surenessText(confidence), static_cast<int>(confidence));
  }
  reference_->addItems({tr("as the table says"), tr("per mW"), tr("per V")});
  source_->setPlaceholderText(tr("as the table says"));
  url_->setPlaceholderText(tr("https://… (may stay empty)"));
  auto* box = new QWidget;
  auto* rows = new QFormLayout(box);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setVerticalSpacing(space::kTight);
  rows->setHorizontalSpacing(space::kSnug);
  rows->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  const auto addRow = [&](const QString& label, QWidget* field) {
    field->setAccessibleName(QString(label).remove(u'&'));
    field->setObjectName(field->accessibleName());
    rows->addRow(label, field);
  };
  addRow(tr("&Kind"), kind_);
  addRow(tr("&Source"), source_);
  addRow(tr("&Address"), url_);
  addRow(tr("&How sure"), confidence_);
  addRow(tr("Sensitivities in plain &dB"), reference_);
  for (QComboBox* choice : {kind_, confidence_, reference_}) {
    connect(choice, &QComboBox::currentIndexChanged, this, &ImportDialog::read);
  }
  for (QLineEdit* edit : {source_, url_}) {
    edit->setTextMargins(space::kHair, 0, 0, 0);
    connect(edit, &QLineEdit::textChanged, this, &ImportDialog::read);
  }
  return box;
}

profiles::Clash ImportDialog::clash() const {
  return replace_->isChecked() ? profiles::Clash::replaceAny : profiles::Clash::refuse;
}

ResultOrErrors<std::vector<profiles::Profile>> ImportDialog::load() const {
  if (!isTable_) {
    auto profile = profiles::loadFile(std::filesystem::path(file_.toStdU16String()));
    if (!profile) return tl::unexpected<Errors>(std::move(profile.error()));
    return std::vector<profiles::Profile>{*std::move(profile)};
  }
  if (unreadable_) return tl::unexpected<Errors>(Errors{*unreadable_});
  profiles::CsvDefaults defaults;
  if (kind_->currentIndex() > 0) {
    defaults.kind = static_cast<profiles::Kind>(kind_->currentData().toInt());
  }
  if (confidence_->currentIndex() > 0) {
    defaults.confidence = static_cast<profiles::Confidence>(confidence_->currentData().toInt());
  }
  if (reference_->currentIndex() > 0) {
    defaults.reference = reference_->currentIndex() == 1
                             ? profiles::Sensitivity::Reference::milliwatt
                             : profiles::Sensitivity::Reference::volt;
  }
  if (const QString source = source_->text().trimmed(); !source.isEmpty()) {
    defaults.source = {source.toStdString(), url_->text().trimmed().toStdString()};
  }
  return profiles::importCsv(text_, QFileInfo(file_).fileName().toStdString(), defaults);
}

void ImportDialog::read() {
  profiles_.clear();
  auto loaded = load();
  if (!loaded) return show(loaded.error());
  Errors clashes;
  QStringList lines;
  for (const profiles::Profile& profile : *loaded) {
    const std::string why = profiles::clashOf(profile, library_, clash());
    if (!why.empty()) clashes.push_back({ErrorCode::usage, why, {}});
    lines << QStringLiteral("%1 · %2").arg(QString::fromStdString(profile.name()),
                                           kindText(profile.kind));
  }
  replace_->setVisible(!clashes.empty() || replace_->isChecked());
  if (!clashes.empty()) return show(clashes);
  profiles_ = *std::move(loaded);
  summary_->setText(lines.size() == 1
                        ? tr("One profile comes into your library.")
                        : tr("%1 profiles come into your library.").arg(lines.size()));
  list_->setPlainText(lines.join(u'\n'));
  import_->setEnabled(true);
}

void ImportDialog::show(const Errors& errors) {
  if (!replace_->isChecked()) {
    replace_->setVisible(!errors.empty() && errors.front().code == ErrorCode::usage);
  }
  summary_->setText(errors.size() == 1
                        ? tr("One thing is open. Nothing is imported before it is clear.")
                        : tr("%1 things are open. Nothing is imported before they are clear.")
                              .arg(errors.size()));
  list_->setPlainText(errorsText(errors));
  import_->setEnabled(false);
}

}  // namespace linecheck::ui
