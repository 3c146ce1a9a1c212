#include <fmt/format.h>

#include <cmath>

#include "base/number_text.h"
#include "cli/match_report.h"
#include "cli/match_words.h"
#include "cli/text_width.h"
#include "matching/dose.h"

namespace linecheck::cli {
namespace {

using matching::Bounded;
using matching::Match;
using matching::StepResult;

constexpr std::string_view kUnknown = "—";
/// So many pairs are told with all their reasons; of more, each has the first.
constexpr std::size_t kToldInFull = 12;

double numberOf(chain::Travel travel) {
  return 100.0 * travel.fraction;
}
template <class T>
double numberOf(T value) {
  return value.value();
}

/// The best value, else what bounds it, or a dash; the column's heading has the unit.
template <class T>
std::string cell(const Bounded<T>& figure, int decimals = 1) {
  const auto number = [&](const std::optional<T>& value) {
    return numberText(numberOf(*value), decimals);
  };
  if (figure.nominal()) return number(figure.nominal());
  if (figure.low() && figure.high()) return number(figure.low()) + "…" + number(figure.high());
  if (figure.low()) return "≥ " + number(figure.low());
  if (figure.high()) return "≤ " + number(figure.high());
  return std::string(kUnknown);
}

std::string orDash(const std::optional<std::string>& text) {
  return text ? *text : std::string(kUnknown);
}

std::string row(std::string_view verdict, const std::vector<std::string>& cells) {
  std::string line = "  " + padded(std::string(verdict), 11);
  for (const std::string& each : cells) line += padded(each, 10);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string nameOf(const matching::Output& output, const matching::Load& load) {
  const std::string port = output.name.empty() ? "" : ", " + output.name;
  return fmt::format("{}{} → {}", output.device, port, load.name);
}

// "dangerous": a column has no room for "for hearing".
std::string_view firstWord(std::string_view words) {
  return words.substr(0, words.find('-'));
}

std::string pairText(const MatchReport& report, const Match& match, bool isFull) {
  const matching::Output& output = report.outputs[match.output];
  const matching::Load& load = report.loads[match.load];
  const auto gain = match.gain ? std::optional(output.steps[*match.gain].name) : std::nullopt;
  std::string text = nameOf(output, load) + '\n';
  text += row(firstWord(word(match.verdict)),
              {cell(match.maximum), cell(match.headroom), cell(match.loss), cell(match.damping, 1),
               cell(match.deviation), cell(match.noise, 0), orDash(gain), cell(match.attenuation),
               cell(match.travel, 0)});
  for (const matching::Reason& reason : match.reasons.all()) {
    text += "    " + reasonText(reason) + '\n';
    if (!isFull) break;
  }
  return text;
}

std::string stepsText(const matching::Output& output, const matching::Load& load,
                      const matching::Request& request) {
  if (output.steps.empty()) return "    No gain switch that its profile tells of.\n";
  std::string text;
  for (const StepResult& step : matching::stepResults(output, load, request)) {
    text += fmt::format(
        "    gain {}{}: up to {} dB SPL, noise {} dB(A), knob {} dB, {} % of travel ({} to {})",
        output.steps[step.step].name, step.isChosen ? " (use this)" : "", cell(step.maximum),
        cell(step.noise, 0), cell(step.attenuation), cell(step.travel, 0),
        cell(step.quietTravel, 0), cell(step.loudTravel, 0));
    if (!step.feedForLimit.isUnknown()) {
      text += fmt::format("; {} V at the input for all of it", cell(step.feedForLimit, 2));
    }
    text += '\n';
  }
  return text;
}

std::string demandText(const MatchReport& report) {
  std::string text =
      fmt::format("For peaks of {}\n", numberText(report.request.peak.value(), 0, "dB SPL"));
  for (const matching::Load& load : report.loads) {
    const auto demand = matching::demandAt(load, report.request.peak);
    const auto thousandths = [](const auto& figure) {
      return Bounded<matching::Ratio>::raw(1e3 * figure.rawNominal(), 1e3 * figure.rawLow(),
                                           1e3 * figure.rawHigh());
    };
    text +=
        fmt::format("  {}take {} V, {} mA, {} mW\n", padded(load.name, 40), cell(demand.voltage, 2),
                    cell(thousandths(demand.current)), cell(thousandths(demand.power)));
  }
  return text;
}

}  // namespace

std::string matchText(const MatchReport& report) {
  const bool isFull = report.pairs.size() <= kToldInFull;
  std::string text = isFull ? demandText(report) + '\n' : std::string();
  text += row("verdict", {"max dB", "room dB", "loss dB", "Z/Zo", "bend dB", "noise dBA", "gain",
                          "knob dB", "travel %"});
  for (const Match& match : report.pairs) {
    text += pairText(report, match, isFull);
    if (report.withSteps) {
      text += stepsText(report.outputs[match.output], report.loads[match.load], report.request);
    }
  }
  const double hours = matching::weeklyTime(report.request.listening).value() / 3600.0;
  text += fmt::format("\nKnob: for {}, with {} at an amplifier’s input at full scale. ",
                      numberText(report.request.listening.value(), 0, "dB SPL"),
                      numberText(report.request.feed.value(), 2, "V"));
  text += hours >= 168.0 ? "You can listen so all week.\n"
                         : fmt::format("Listen so for no more than {} a week.\n",
                                       hours >= 1.0 ? numberText(hours, 0, "h")
                                                    : numberText(60.0 * hours, 0, "min"));
  return text;
}

}  // namespace linecheck::cli
