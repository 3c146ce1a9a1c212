#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/number_text.h"
#include "cli/desk_words.h"
#include "cli/diagnose_report.h"
#include "cli/text_width.h"
#include "diagnosis/step_words.h"

namespace linecheck::cli {
namespace {

constexpr double kShownProbability = 0.01;
constexpr std::size_t kShownMoves = 3;
constexpr std::size_t kShownLinks = 5;
constexpr std::size_t kShownSteps = 5;
constexpr std::string_view kUnknown = "—";

// "even to odd −45.0 dB (+8)"
std::string moveText(const diagnosis::Evidence& evidence, const diagnosis::Move& move) {
  std::string text = spaced(diagnosis::traitId(move.trait));
  if (const auto* seen = evidence.find(move.trait)) {
    using Kind = diagnosis::Observation::Kind;
    text += seen->kind == Kind::atMost ? " ≤ " : seen->kind == Kind::atLeast ? " ≥ " : " ";
    text += numberText(seen->value, 1, diagnosis::traitUnit(move.trait));
  }
  const double by = move.moves.value();
  return text + " (" + (by > 0.0 ? "+" : "") + numberText(by, 0) + ")";
}

std::string causesText(const DiagnosisReport& report) {
  std::string text =
      "\nCauses, with what speaks most for (+) and against (−) each, in dB of odds\n";
  for (const auto& cause : report.causes) {
    if (cause.probability < kShownProbability) continue;
    text += "  " + padded(std::string(diagnosis::causeName(cause.cause)), 30) +
            padded(probabilityText(cause.probability), 7);
    const std::size_t count = std::min(kShownMoves, cause.moves.size());
    for (std::size_t i = 0; i < count; ++i) {
      text += (i > 0 ? ", " : "") + moveText(report.evidence(), cause.moves[i]);
    }
    text += '\n';
  }
  return text;
}

std::string capturesText(const DiagnosisReport& report) {
  std::string text;
  for (const DiagnosedCapture& capture : report.captures) {
    const auto& main = capture.diagnosis.main();
    text +=
        fmt::format("{} · {} · {}", capture.file, numberText(report.rate.value() / 1e3, 1, "kHz"),
                    numberText(capture.duration.value(), 2, "s"));
    if (report.captures.size() > 1) {
      text += fmt::format(" · {} ({})", diagnosis::causeName(main.cause),
                          probabilityText(main.probability));
    }
    text += '\n';
  }
  const auto& main = report.causes.front();
  return text + fmt::format("{} ({})\n", diagnosis::causeName(main.cause),
                            probabilityText(main.probability));
}

const diagnosis::Strength* overBaseline(const DiagnosisReport& report, int order) {
  if (!report.overBaseline) return nullptr;
  for (const auto& excess : *report.overBaseline) {
    if (excess.order == order) return &excess.over;
  }
  return nullptr;
}

std::string humText(const DiagnosisReport& report) {
  const dsp::HumEstimate& hum = report.evidence().hum;
  if (!hum.present) {
    std::string text = "\nNo mains hum";
    if (hum.detectionLimit) {
      text += " down to " + numberText(hum.detectionLimit->value(), 1, "dBFS");
    }
    return text + '\n';
  }
  std::string text = fmt::format(
      "\nMains {}, {} in all{}\n", numberText(hum.fundamental.value(), 3, "Hz"),
      numberText(hum.total.value(), 1, "dBFS"),
      report.channels > 1 ? fmt::format(", channel {}", report.evidence().channel + 1) : "");
  for (const dsp::HumHarmonic& harmonic : hum.harmonics) {
    if (!harmonic.detected) continue;
    text += fmt::format("  {:>2}×  ", harmonic.order) +
            padded(numberText(harmonic.frequency.value(), 1, "Hz"), 12) +
            numberText(harmonic.level.value(), 1, "dBFS") + " ± " +
            numberText(harmonic.levelStandardError.value(), 1, "dB");
    if (const auto* over = overBaseline(report, harmonic.order)) {
      text += over->isBound
                  ? ", perhaps all the interface's own"
                  : ", without the interface's own " + numberText(over->level.value(), 1, "dBFS");
    }
    text += '\n';
  }
  return text;
}

template <class T>
std::string cell(const levels::Estimate<T>& estimate) {
  if (estimate.nominal) return numberText(estimate.nominal->value(), 0);
  const auto bound = [](const T& value) { return numberText(value.value(), 0); };
  if (estimate.low && estimate.high) return bound(*estimate.low) + "…" + bound(*estimate.high);
  if (estimate.high) return "≤ " + bound(*estimate.high);
  if (estimate.low) return "≥ " + bound(*estimate.low);
  return std::string(kUnknown);
}

std::string audibilityText(const DeskDiagnosis& desk) {
  const diagnosis::Audibility& audibility = desk.audibility;
  std::string text = "\nIn the headphones, recorded at " +
                     placeText(*desk.desk, chain::Place(desk.at.device, desk.at.port)) + "\n  " +
                     audibility.sentence.english() + '\n';
  for (const Sentence& need : audibility.needs) text += "  " + need.english() + '\n';
  if (audibility.isAudible || audibility.needs.empty()) {
    text += "      dB SPL      threshold   audible\n";
    for (const auto& harmonic : audibility.harmonics) {
      text += fmt::format("  {:>2}×  ", harmonic.order) + padded(cell(harmonic.spl), 12) +
              padded(harmonic.threshold ? numberText(harmonic.threshold->value(), 0)
                                        : std::string(kUnknown),
                     12) +
              (harmonic.isAudible ? (*harmonic.isAudible ? "yes" : "no") : "perhaps") + '\n';
    }
  }
  return text;
}

// The link itself, and of a loop the other cables that it runs through: they tell one from another.
std::string linkText(const chain::Desk& desk, const diagnosis::Suspect& suspect) {
  if (suspect.where.empty()) return "None of these";
  const auto cableText = [&](const chain::Cable& cable) {
    return desk.name(cable.from.socket.device) + " to " + desk.name(cable.to.socket.device);
  };
  std::string text = std::string(diagnosis::causeName(suspect.cause)) + ": ";
  std::vector<std::string> others;
  for (const chain::Place& place : suspect.where) {
    const chain::Cable* cable = desk.cable(chain::CableId(place.part));
    if (&place == &suspect.where.front()) {
      text += cable != nullptr     ? cableText(*cable)
              : place.part.empty() ? std::string("the whole desk")
                                   : placeText(desk, place);
    } else if (cable != nullptr) {
      others.push_back(cableText(*cable));
    }
  }
  return others.empty() ? text : text + fmt::format(", with {}", fmt::join(others, ", "));
}

std::string linksText(const DeskDiagnosis& desk) {
  std::string text = "\nLinks that could carry it\n";
  for (std::size_t i = 0; i < std::min(kShownLinks, desk.links.size()); ++i) {
    const diagnosis::Suspect& suspect = desk.links[i];
    if (suspect.probability < kShownProbability) break;
    text += "  " + padded(probabilityText(suspect.probability), 7) + linkText(*desk.desk, suspect) +
            '\n';
    if (!suspect.cures.empty()) text += "         " + fixText(suspect.cures.front()) + '\n';
  }
  return text;
}

std::string stepsText(const DeskDiagnosis& desk) {
  if (desk.steps.empty()) return {};
  std::string text = "\nWhat to try next, and measure again\n";
  bool isPlugging = false;
  for (std::size_t i = 0; i < std::min(kShownSteps, desk.steps.size()); ++i) {
    const diagnosis::ProposedStep& proposed = desk.steps[i];
    const diagnosis::Step& step = proposed.step;
    isPlugging = isPlugging || step.isPlugging;
    const diagnosis::StepWords words = diagnosis::wordsFor(step, *desk.desk);
    text += fmt::format("  {}. {}\n     {}\n     {} · {} · {}\n", i + 1, words.title.english(),
                        words.what.english(), word(step.cost), numberText(step.minutes, 0, "min"),
                        numberText(proposed.gainBits, 2, "bit"));
  }
  if (isPlugging) {
    text += "  Before you plug: speakers down, amplifier off. Leave protective earths alone.\n";
  }
  return text;
}

std::string verdictText(const diagnosis::Change& change, Decibels wander) {
  std::string text = spaced(diagnosis::changeVerdictId(change.verdict));
  if (change.verdict != diagnosis::ChangeVerdict::cannotTell) return text;
  const auto times = diagnosis::timesLonger(change, wander);
  if (!times) return text;
  return text + ": capture " + numberText(std::ceil(*times), 0) + " times as long";
}

std::string changeText(const std::string& label, const diagnosis::Change& change, Decibels wander) {
  std::string text = "  " + padded(label, 30);
  if (!std::isfinite(change.standardError.value())) {
    return text + padded(std::string(kUnknown), 24) + verdictText(change, wander) + '\n';
  }
  const std::string bound = !change.isBound ? "" : change.isLeast ? "≥ " : "≤ ";
  return text +
         padded(bound + numberText(change.change.value(), 1, "dB") + " ± " +
                    numberText(change.standardError.value(), 1, "dB"),
                24) +
         verdictText(change, wander) + '\n';
}

std::string comparisonText(const BeforeAndAfter& both) {
  std::string text = fmt::format("\nFrom {} to {}\n", both.before, both.after);
  for (const auto& harmonic : both.comparison.harmonics) {
    text += changeText(fmt::format("{:>2}×", harmonic.order), harmonic.change,
                       diagnosis::wanderOf(harmonic.order));
  }
  for (const auto& cause : both.comparison.causes) {
    text += changeText(std::string(diagnosis::causeName(cause.cause)), cause.change,
                       diagnosis::kSignatureWander);
  }
  return text +
         changeText("In all, without noise", both.comparison.total, diagnosis::kSignatureWander);
}

}  // namespace

std::string diagnosisText(const DiagnosisReport& report) {
  std::string text = capturesText(report) + causesText(report) + humText(report);
  if (report.desk) {
    text += audibilityText(*report.desk) + linksText(*report.desk) + stepsText(*report.desk);
  }
  if (report.comparison) text += comparisonText(*report.comparison);
  return text + "\n0 dBFS is the RMS of a full-scale sine (AES17).\n";
}

}  // namespace linecheck::cli
