#include "match/pair_panel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "text/match_text.h"
#include "text/reason_text.h"
#include "theme/style.h"
#include "widgets/tone_delegate.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {

PairPanel::PairPanel(const Theme& theme, const Candidates& candidates, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      candidates_(candidates),
      name_(new QLabel),
      words_(new QTextBrowser),
      add_(new QPushButton(tr("Add to chain"))) {
  setAccessibleName(tr("About this pair"));
  name_->setFont(textFont(TextSize::body, QFont::DemiBold));
  name_->setWordWrap(true);
  words_->setAccessibleName(tr("Why, and where the figure comes from"));
  words_->setFrameShape(QFrame::NoFrame);
  words_->setTabChangesFocus(true);
  words_->setOpenLinks(false);
  words_->document()->setDocumentMargin(0);
  words_->viewport()->setAutoFillBackground(false);
  add_->setProperty(Style::kPrimary, true);
  add_->setToolTip(tr("Puts both on the desk and joins them (Enter in the table)."));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kNormal, space::kTight, space::kTight, space::kTight);
  column->setSpacing(space::kHair + 2);
  column->addWidget(name_);
  column->addWidget(words_, 1);
  column->addWidget(add_);
  connect(add_, &QPushButton::clicked, this, &PairPanel::addPressed);
  write();
}

void PairPanel::show(std::optional<std::size_t> output, CandidateColumn column) {
  output_ = output;
  column_ = column;
  write();
}

QString PairPanel::text() const {
  return words_->toPlainText();
}

QString PairPanel::reasonsHtml() const {
  const matching::Match& match = candidates_.matches()[*output_];
  const QString tone = theme_[roleOf(verdictTone(match.verdict))].name();
  QString html = QStringLiteral("<p style='margin:0 0 4px 0'><b style='color:%1'>%2</b></p>")
                     .arg(tone, verdictText(match.verdict));
  for (const matching::Reason& reason : match.reasons.all()) {
    const bool isFor = isInFavour(reason.kind);
    html += QStringLiteral("<p style='margin:0 0 3px 0'><b style='color:%1'>%2</b>&nbsp; %3</p>")
                .arg(theme_[isFor ? Role::good : Role::attention].name(),
                     isFor ? QStringLiteral("+") : QStringLiteral("–"),
                     reasonText(reason).toHtmlEscaped());
  }
  if (match.limitedBy) {
    html += QStringLiteral("<p style='margin:0 0 3px 0;color:%1'>%2</p>")
                .arg(theme_[Role::quietText].name(), limitText(*match.limitedBy));
  }
  return html;
}

QString PairPanel::originHtml() const {
  const auto figure = figureOf(column_);
  if (!figure) return {};
  QString html = QStringLiteral(
                     "<p style='margin:8px 0 3px 0'><b>%1</b>&nbsp; %2<br><span style='color:%3'>"
                     "%4</span></p>")
                     .arg(columnName(column_).toHtmlEscaped(),
                          cellInFull(column_, candidates_, *output_).toHtmlEscaped(),
                          theme_[Role::quietText].name(), columnAbout(column_).toHtmlEscaped());
  const matching::Evidence evidence = candidates_.evidence(*output_, *figure);
  QStringList lines = evidenceLines(evidence);
  if (!candidates_.headphones()) lines << tr("The headphones' figures were typed in.");
  if (candidates_.request().sourceImpedance) lines << tr("The output's impedance is supposed.");
  if (evidence.least && cellText(column_, candidates_, *output_).isKnown) {
    html += QStringLiteral("<p style='margin:0 0 3px 0'>%1</p>")
                .arg(tr("As sure as its weakest part: %1.")
                         .arg(confidenceText(*evidence.least))
                         .toHtmlEscaped());
  }
  for (const QString& line : lines) {
    html += QStringLiteral("<p style='margin:0 0 3px 0;color:%1'>%2</p>")
                .arg(theme_[Role::quietText].name(), line.toHtmlEscaped());
  }
  return html;
}

void PairPanel::write() {
  const bool isShown = output_ && !candidates_.matches().empty();
  add_->setEnabled(isShown && candidates_.headphones());
  if (!isShown) {
    name_->setText(tr("No output is chosen"));
    words_->clear();
    html_.clear();
    return;
  }
  name_->setText(outputText(candidates_.outputs()[*output_]));
  QString html = column_ > CandidateColumn::output ? originHtml() + reasonsHtml() : reasonsHtml();
  // A unit stays with its number.
  html.replace(QChar(0x2009), QChar(0x202f));
  if (html == html_) return;
  html_ = html;
  words_->setHtml(html);
  words_->setAccessibleDescription(words_->toPlainText());
}

void PairPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) write();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
