#include "cli/check_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/number_text.h"
#include "cli/desk_words.h"
#include "cli/setting_text.h"
#include "cli/text_width.h"
#include "rules/texts.h"

namespace linecheck::cli {
namespace {

constexpr std::string_view kUnknown = "—";

std::string capitals(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

// "104.0", "98.0…106.0", "at most 12.0" or a dash: a column's heading has the unit.
template <class T>
std::string cell(const levels::Estimate<T>& estimate) {
  const auto number = [](const T& value) { return numberText(value.value(), 1); };
  if (estimate.nominal) return number(*estimate.nominal);
  if (estimate.low && estimate.high) return number(*estimate.low) + "…" + number(*estimate.high);
  if (estimate.low) return "≥ " + number(*estimate.low);
  if (estimate.high) return "≤ " + number(*estimate.high);
  return std::string(kUnknown);
}

void addFix(std::string& text, const chain::Fix& fix) {
  text += "    " + padded(std::string(word(fix.cost)), 11) + fixText(fix) + '\n';
}

bool isLoopAudible(const DeskCheck& check) {
  return std::any_of(check.grounds.loops.begin(), check.grounds.loops.end(),
                     [](const chain::GroundLoop& loop) { return loop.isAudible; });
}

std::string findingsText(const DeskCheck& check) {
  const auto approved =
      std::count_if(check.findings.begin(), check.findings.end(),
                    [](const rules::Finding& finding) { return finding.isApproved; });
  std::string text = "Findings\n";
  if (check.findings.empty()) {
    text += isLoopAudible(check) ? "  Nothing but the ground loops below.\n"
                                 : "  Nothing is wrong, as far as this chain tells.\n";
  }
  for (const rules::Finding& finding : check.findings) {
    if (finding.isApproved) continue;
    text += "  " + padded(capitals(word(finding.severity)), 11) + rules::message(finding) + '\n';
    for (const chain::Fix& fix : finding.fixes) addFix(text, fix);
  }
  if (approved > 0) text += fmt::format("  {} more that you have approved.\n", approved);
  return text;
}

std::string loopText(const chain::Desk& desk, const chain::GroundLoop& loop) {
  std::vector<std::string> path;
  for (const chain::Place& place : loop.path) path.push_back(placeText(desk, place));
  std::string text = "  " + joined(path, " → ") + '\n';
  if (loop.isAudible) {
    text += "    audible: it runs through the return of an unbalanced line\n";
  } else if (loop.attenuation) {
    text += "    through balanced lines only, " +
            numberText(loop.attenuation->nominal.value(), 0, "dB") + " weaker\n";
  } else {
    text += "    through balanced lines only; by how much they weaken it is unknown\n";
  }
  for (const chain::Fix& fix : loop.fixes) addFix(text, fix);
  return text;
}

std::string loopsText(const chain::Desk& desk, const chain::GroundPlan& grounds) {
  std::string text = "Ground loops\n";
  if (grounds.loops.empty()) text += "  None through an audio cable.\n";
  for (const chain::GroundLoop& loop : grounds.loops) text += loopText(desk, loop);
  if (!grounds.isComplete) text += "  … and more, which are longer.\n";
  for (const chain::DeviceId& device : grounds.unknownClass) {
    text += "  Look whether the mains plug of " + desk.name(device) +
            " has an earth contact: nobody has told.\n";
  }
  return text;
}

// As wide as the longest of the places needs.
std::size_t placeWidth(const chain::Desk& desk, const levels::Path& path) {
  std::size_t width = 40;
  for (const levels::Point& point : path.points) {
    width = std::max(width, columnsOf(placeText(desk, point.at.place())) + 2);
  }
  return width;
}

std::string levelsText(const chain::Desk& desk, const levels::Path& path) {
  const std::size_t width = placeWidth(desk, path);
  std::string text = "Levels, " + desk.name(path.points.front().at.device) + " to " +
                     desk.name(path.points.back().at.device) + "\n";
  text += "  " + padded("", width) + padded("max dBu", 13) + padded("work dBu", 13) +
          padded("noise dBu", 13) + padded("headroom dB", 13) + "dynamic dB\n";
  for (const levels::Point& point : path.points) {
    text += "  " + padded(placeText(desk, point.at.place()), width);
    if (point.isDigital) {
      text += "digital\n";
      continue;
    }
    text += padded(cell(point.ceiling), 13) + padded(cell(point.working), 13) +
            padded(cell(point.noise), 13) + padded(cell(point.headroom), 13) +
            cell(point.dynamicRange) + '\n';
  }
  text += "  " + padded("Signal-to-noise ratio", width) + cell(path.snr) + " dB\n";
  if (path.interfaceSnrForOneDecibel.nominal) {
    text += "  " + padded("A connection costs 1 dB if it has only", width) +
            cell(path.interfaceSnrForOneDecibel) + " dB\n";
  }
  if (path.firstLimit) {
    text += "  " + padded("Clips first", width) +
            placeText(desk, path.points[path.firstLimit->point].at.place()) + ", margin " +
            cell(path.firstLimit->margin) + " dB\n";
  }
  return text;
}

std::string recommendedText(const chain::Desk& desk, const levels::Recommendation& recommended) {
  std::string text = "Set once\n";
  for (const auto& choice : recommended.choices) {
    text += "  " + padded(placeText(desk, choice.control), 40) + settingText(choice.setting) + '\n';
  }
  if (recommended.knob) {
    const auto& knob = *recommended.knob;
    text += "  " + padded(placeText(desk, knob.control), 40);
    text += knob.travel.nominal ? settingText(*knob.travel.nominal) + " of its travel, " : "";
    text += cell(knob.attenuation) + " dB below fully up\n";
  }
  for (const levels::Obstacle& obstacle : recommended.obstacles) {
    const std::string by = numberText(obstacle.by.value(), 1, "dB");
    const std::string where = placeText(desk, obstacle.where);
    switch (obstacle.kind) {
      case levels::Obstacle::Kind::overloadsInput:
        text += fmt::format("  Even the lowest level is {} too high for {}.\n", by, where);
        break;
      case levels::Obstacle::Kind::tooQuiet:
        text +=
            fmt::format("  The highest gain leaves {} less than the reserve at {}.\n", by, where);
        break;
      case levels::Obstacle::Kind::knobTooLow:
        text += fmt::format("  {} stands {} below the middle of its travel.\n", where, by);
        break;
      case levels::Obstacle::Kind::clips:
        text += fmt::format("  {} clips at full scale, {} too high.\n", where, by);
        break;
    }
  }
  return text;
}

std::string orderText(const chain::Desk& desk, const DeskCheck& check) {
  std::vector<std::string> up;
  for (const chain::DeviceId& device : check.powerUp) up.push_back(desk.name(device));
  std::vector<std::string> live;
  for (const chain::Place& place : check.liveControls) live.push_back(placeText(desk, place));
  std::string text = "Day by day\n";
  text += "  " + padded("Switch on", 40) + (up.empty() ? std::string(kUnknown) : joined(up, ", ")) +
          "; off the other way round\n";
  text += "  " + padded("Volume", 40) +
          (live.empty() ? std::string("no control that anybody knows of") : joined(live, ", ")) +
          '\n';
  return text;
}

}  // namespace

std::string deskCheckText(const chain::Desk& desk, const DeskCheck& check) {
  std::string text = findingsText(check) + '\n' + loopsText(desk, check.grounds);
  if (check.mainPath) text += '\n' + levelsText(desk, check.levels.paths[*check.mainPath]);
  if (check.recommended) text += '\n' + recommendedText(desk, *check.recommended);
  return text + '\n' + orderText(desk, check);
}

}  // namespace linecheck::cli
