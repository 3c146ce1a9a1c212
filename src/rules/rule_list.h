#pragma once

#include "rules/rules.h"

/// The functions that make the rules, one for each line of rule_list.inc.
namespace linecheck::rules {

#define LINECHECK_RULE(name) Rule name();
#include "rules/rule_list.inc"
#undef LINECHECK_RULE

}  // namespace linecheck::rules
