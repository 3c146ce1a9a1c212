#include "rules/texts.h"

#include <span>

#include "rules/common_fixes.h"
#include "rules/rules.h"

namespace linecheck::rules {
namespace {

std::string_view patternIn(std::span<const Text> texts, std::string_view id) {
  for (const Text& text : texts) {
    if (text.id == id) return text.pattern;
  }
  return {};
}

}  // namespace

std::string_view findingPattern(std::string_view id) {
  for (const Rule& rule : allRules()) {
    if (const auto pattern = patternIn(rule.findings, id); !pattern.empty()) return pattern;
  }
  return {};
}

std::string_view fixPattern(std::string_view action) {
  for (const Rule& rule : allRules()) {
    if (const auto pattern = patternIn(rule.fixes, action); !pattern.empty()) return pattern;
  }
  return patternIn(commonFixes(), action);
}

std::string fillIn(std::string_view pattern, const chain::Arguments& arguments) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = pattern.find('{');
    const auto close = pattern.find('}', open);
    text += pattern.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
      if (open != std::string_view::npos) text += pattern.substr(open);
      break;
    }
    const auto argument = arguments.find(std::string(pattern.substr(open + 1, close - open - 1)));
    text += argument == arguments.end() ? pattern.substr(open, close - open + 1)
                                        : std::string_view(argument->second);
    pattern.remove_prefix(close + 1);
  }
  return text;
}

std::string message(const Finding& finding) {
  return fillIn(findingPattern(finding.id), finding.arguments);
}

std::string message(const chain::Fix& fix) {
  return fillIn(fixPattern(fix.action), fix.arguments);
}

}  // namespace linecheck::rules
