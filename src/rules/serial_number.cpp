#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::Place;

constexpr std::array kFindings{
    Text{"unsafe-serial",
         "{device} with serial number {serial} is of a batch that can put DC on its output and "
         "destroy itself and your headphones. Do not use it."},
    Text{"disputed-serial",
         "Sources disagree about {device} with serial number {serial}: batches from 2012 on count "
         "as mended in one, those from 2021 on in the other."},
    Text{"unknown-serial",
         "Early units of {device} can destroy headphones. Look at the serial number under the "
         "case and tell it: up to 2011 at its start is unsafe, from 2021 on is safe."},
};
constexpr std::array kFixes{
    Text{"ask-for-exchange",
         "Ask the seller or the maker to exchange {device}: such units were replaced under "
         "warranty."},
    Text{"ask-about-serial", "Ask the maker whether {device} with serial {serial} is protected."},
    Text{"replace-with-later-model",
         "Replace {device} by a later model: the L30 II and the L70 are protected."},
    Text{"tell-serial", "Tell the serial number of {device}."},
};

/// The L30 of 2020; its successors have other profiles.
constexpr std::string_view kProfile = "topping-l30";
/// Unsafe up to this batch in both sources: the forum thread has the maker's designer call the
/// batch 2012 mended, the article on the signal chain calls safe only what is from 2021 on. What
/// lies between depends on whom one believes.
constexpr int kLastUnsafe = 2011;
constexpr int kFirstSafeInBoth = 2021;
/// A serial begins with year and month; above this it is no such number.
constexpr int kLastPlausible = 2912;

enum class Batch { unsafe, disputed, safe, unreadable };

/// By the first four digits, after an "S/N:" that people copy along.
Batch batchOf(std::string_view serial) {
  const auto isPrefix = [](char c) {
    return std::string_view("SNsn/:.# ").find(c) != std::string_view::npos;
  };
  const auto first = std::find_if_not(serial.begin(), serial.end(), isPrefix);
  int number = 0;
  int digits = 0;
  for (auto c = first; c != serial.end() && digits < 4; ++c, ++digits) {
    if (std::isdigit(static_cast<unsigned char>(*c)) == 0) break;
    number = number * 10 + (*c - '0');
  }
  if (digits < 4 || number > kLastPlausible) return Batch::unreadable;
  if (number <= kLastUnsafe) return Batch::unsafe;
  return number < kFirstSafeInBoth ? Batch::disputed : Batch::safe;
}

std::optional<Finding> judge(const Desk& desk, const Device& device) {
  const chain::Arguments names{{"device", desk.name(device.id)}, {"serial", device.serial}};
  const Place place(device.id);
  switch (batchOf(device.serial)) {
    case Batch::safe:
      return std::nullopt;
    case Batch::unsafe:
      return Finding{"unsafe-serial",
                     Severity::danger,
                     {place},
                     names,
                     {{"ask-for-exchange", {place}, Cost::free, names},
                      {"replace-with-later-model", {place}, Cost::purchase, names}},
                     false};
    case Batch::disputed:
      return Finding{"disputed-serial",
                     Severity::attention,
                     {place},
                     names,
                     {{"ask-about-serial", {place}, Cost::free, names},
                      {"replace-with-later-model", {place}, Cost::purchase, names}},
                     false};
    case Batch::unreadable:
      break;
  }
  return Finding{"unknown-serial",
                 Severity::info,
                 {place},
                 {{"device", desk.name(device.id)}},
                 {{"tell-serial", {place}, Cost::free, {{"device", desk.name(device.id)}}}},
                 false};
}

void check(const Context& context, std::vector<Finding>& findings) {
  for (const Device& device : context.desk.chain().devices) {
    if (device.profile != kProfile) continue;
    if (auto finding = judge(context.desk, device)) findings.push_back(std::move(*finding));
  }
}

}  // namespace

Rule serialNumber() {
  return {"serial-number", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
