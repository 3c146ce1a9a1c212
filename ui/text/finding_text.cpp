#include "text/finding_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "rules/texts.h"

namespace linecheck::ui {
namespace {

using rules::Severity;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString fill(std::string_view pattern, const chain::Arguments& arguments) {
  // The words are the library's; their translations live here.
  const QString translated = QCoreApplication::translate("Rules", std::string(pattern).c_str());
  return QString::fromStdString(rules::fillIn(translated.toStdString(), arguments));
}

}  // namespace

QString findingText(const rules::Finding& finding) {
  return fill(rules::findingPattern(finding.id), finding.arguments);
}

QString fixText(const chain::Fix& fix) {
  return fill(rules::fixPattern(fix.action), fix.arguments);
}

QString costText(chain::Cost cost) {
  switch (cost) {
    case chain::Cost::free:
      return {};
    case chain::Cost::cable:
      return Text::tr("a cable");
    case chain::Cost::purchase:
      return Text::tr("a purchase");
    case chain::Cost::craftsman:
      return Text::tr("an electrician");
  }
  return {};
}

QString severityWord(Severity severity) {
  switch (severity) {
    case Severity::info:
      return Text::tr("Worth knowing");
    case Severity::attention:
      return Text::tr("Attention");
    case Severity::bad:
      return Text::tr("Fault");
    case Severity::danger:
      return Text::tr("Danger");
  }
  return {};
}

BannerState::Tone toneOf(Severity severity) {
  switch (severity) {
    case Severity::info:
      return BannerState::Tone::quiet;
    case Severity::attention:
      return BannerState::Tone::attention;
    case Severity::bad:
    case Severity::danger:
      break;
  }
  return BannerState::Tone::bad;
}

namespace {

BannerState loopBanner(int audible) {
  return {BannerState::Tone::attention,
          severityWord(Severity::attention),
          audible == 1 ? Text::tr("A ground loop can make this desk hum")
                       : Text::tr("%1 ground loops can make this desk hum").arg(audible),
          Text::tr("Through the return of an unbalanced line its current becomes signal. The list "
                   "of loops says where it runs and what breaks it."),
          {}};
}

}  // namespace

bool isOpen(const rules::Finding& finding) {
  return !finding.isApproved || finding.severity == Severity::danger;
}

int audibleCount(std::span<const chain::GroundLoop> loops) {
  return static_cast<int>(std::count_if(
      loops.begin(), loops.end(), [](const chain::GroundLoop& loop) { return loop.isAudible; }));
}

BannerState deskBanner(std::span<const rules::Finding> findings,
                       std::span<const chain::GroundLoop> loops) {
  const auto gravest = std::find_if(findings.begin(), findings.end(), isOpen);
  const bool isGrave = gravest != findings.end() && gravest->severity > Severity::info;
  const int audible = audibleCount(loops);
  if (!isGrave && audible > 0) return loopBanner(audible);
  if (gravest == findings.end()) {
    return {BannerState::Tone::good,
            Text::tr("Good"),
            Text::tr("Nothing is wrong with this desk"),
            Text::tr("As far as you have described it. What it really does, the other pages "
                     "measure."),
            {}};
  }
  const auto count = static_cast<int>(
      std::count_if(findings.begin(), findings.end(), [&](const rules::Finding& finding) {
        return isOpen(finding) && finding.severity == gravest->severity;
      }));
  QString sentence;
  switch (gravest->severity) {
    case Severity::danger:
      sentence = count == 1 ? Text::tr("One danger on this desk")
                            : Text::tr("%1 dangers on this desk").arg(count);
      break;
    case Severity::bad:
      sentence = count == 1 ? Text::tr("One thing does not work as it should")
                            : Text::tr("%1 things do not work as they should").arg(count);
      break;
    case Severity::attention:
      sentence = count == 1 ? Text::tr("One thing costs quality")
                            : Text::tr("%1 things cost quality").arg(count);
      break;
    case Severity::info:
      sentence = Text::tr("Nothing is wrong with this desk");
      return {BannerState::Tone::good,
              Text::tr("Good"),
              sentence,
              count == 1 ? Text::tr("One thing in the list is worth knowing.")
                         : Text::tr("%1 things in the list are worth knowing.").arg(count),
              {}};
  }
  return {toneOf(gravest->severity),
          severityWord(gravest->severity),
          sentence,
          findingText(*gravest),
          {}};
}

}  // namespace linecheck::ui
