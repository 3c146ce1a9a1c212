#include "cli/match_figures.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <span>
#include <string>

#include "profiles/unit_table.h"

namespace linecheck::cli {
namespace {

using profiles::Sensitivity;
using profiles::Sign;
using profiles::Unit;

struct Typed {
  double number = 0.0;
  std::string unit;  ///< In small letters, without spaces.
};

std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ' ') result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

Result<Typed> split(std::string_view text, const char* hint) {
  std::string_view digits = text;
  if (digits.starts_with('+')) digits.remove_prefix(1);
  Typed typed;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), typed.number);
  if (error != std::errc() || !std::isfinite(typed.number)) {
    return fail(ErrorCode::usage, hint, std::string(text));
  }
  typed.unit = folded({end, static_cast<std::size_t>(digits.data() + digits.size() - end)});
  return typed;
}

/// A number in one of the units that profiles know.
template <class T>
Result<T> inUnits(const Typed& typed, std::span<const Unit<T>> units, std::string_view text,
                  const char* hint) {
  const auto unit = std::find_if(units.begin(), units.end(),
                                 [&](const auto& each) { return folded(each.word) == typed.unit; });
  const bool fits =
      unit != units.end() && (unit->sign == Sign::any || typed.number > 0.0 ||
                              (unit->sign == Sign::notNegative && typed.number == 0.0));
  if (!fits) return fail(ErrorCode::usage, hint, std::string(text));
  return unit->make(typed.number);
}

}  // namespace

Result<Ohms> parseOhms(std::string_view text) {
  constexpr const char* kHint = "Give an impedance in ohm, such as 32 or 0.1ohm.";
  auto typed = split(text, kHint);
  if (!typed) return fail(typed.error());
  // "MΩ" and "mΩ" are the same in small letters, and nobody drives headphones with a megohm.
  if (typed->unit.empty() || typed->unit == "ohms" || typed->unit == "Ω") typed->unit = "ohm";
  return inUnits<Ohms>(*typed, std::span(profiles::kResistanceUnits).first(3), text, kHint);
}

Result<Sensitivity> parseSensitivity(std::string_view text) {
  const auto typed = split(text, "Give a sensitivity with its unit, such as 91dB/mW or 97dB/V.");
  if (!typed) return fail(typed.error());
  const auto level = DecibelsSpl::of(typed->number);
  std::string unit = typed->unit;
  if (unit.starts_with("dbspl")) unit.erase(2, 3);
  if (unit == "db/mw") return Sensitivity::perMilliwatt(level);
  if (unit == "db/v" || unit == "db/vrms") return Sensitivity::perVolt(level);
  return fail(ErrorCode::usage,
              "Per milliwatt or per volt? Both are usual, and they differ by up to 18 dB: write "
              "dB/mW or dB/V behind the number, as the maker does.",
              std::string(text));
}

Result<Volts> parseVoltage(std::string_view text) {
  constexpr const char* kHint = "Give a level with its unit, such as 2V or 8.2dBu.";
  const auto typed = split(text, kHint);
  if (!typed) return fail(typed.error());
  const auto level = inUnits<DecibelsU>(*typed, profiles::kLevelUnits, text, kHint);
  if (!level) return fail(level.error());
  return voltsFromDbu(*level);
}

Result<Volts> parseNoise(std::string_view text) {
  constexpr const char* kHint = "Give a noise with its unit, such as 0.3uV or -118dBV.";
  const auto typed = split(text, kHint);
  if (!typed) return fail(typed.error());
  return inUnits<Volts>(*typed, profiles::kNoiseUnits, text, kHint);
}

Result<PowerIntoLoad> parsePower(std::string_view text) {
  constexpr const char* kHint =
      "A power says nothing without its load: give both, such as 580mW@32.";
  const auto at = text.find('@');
  if (at == std::string_view::npos) return fail(ErrorCode::usage, kHint, std::string(text));
  const auto typed = split(text.substr(0, at), kHint);
  if (!typed) return fail(typed.error());
  const auto power = inUnits<Watts>(*typed, profiles::kPowerUnits, text, kHint);
  if (!power) return fail(power.error());
  const auto load = parseOhms(text.substr(at + 1));
  if (!load || load->value() <= 0.0 || power->value() <= 0.0) {
    return fail(ErrorCode::usage, kHint, std::string(text));
  }
  return PowerIntoLoad{*power, *load};
}

}  // namespace linecheck::cli
