#include "chain/followed_faults.h"

#include <charconv>

#include "json/pointer.h"

namespace linecheck::chain {
namespace {

/// "/devices/3/id" → "/devices/3", "/mains/voltage_v" → "/mains".
std::string_view itemOf(std::string_view pointer) {
  const std::size_t second = pointer.find('/', 1);
  if (second == std::string_view::npos || pointer.starts_with("/mains/")) {
    return pointer.substr(0, second);
  }
  return pointer.substr(0, pointer.find('/', second + 1));
}

/// The id of the part at "/devices/3"; null if no part stands at that pointer.
const std::string* idAt(const Chain& chain, std::string_view item) {
  const std::size_t second = item.find('/', 1);
  if (second == std::string_view::npos) return nullptr;
  const std::string_view list = item.substr(1, second - 1);
  std::size_t index = 0;
  std::from_chars(item.data() + second + 1, item.data() + item.size(), index);
  const auto id = [&](const auto& parts) -> const std::string* {
    return index < parts.size() ? &parts[index].id.text() : nullptr;
  };
  if (list == "devices") return id(chain.devices);
  if (list == "cables") return id(chain.cables);
  if (list == "power_points") return id(chain.powerPoints);
  if (list == "power_leads") return id(chain.powerLeads);
  if (list == "ground_leads") return id(chain.groundLeads);
  return nullptr;
}

bool isList(std::string_view pointer) {
  return pointer == "/devices" || pointer == "/cables" || pointer == "/power_points" ||
         pointer == "/power_leads" || pointer == "/ground_leads";
}

}  // namespace

FollowedFaults::FollowedFaults(const Chain& chain, const Errors& misread,
                               const std::string& documentName) {
  const std::size_t name = json::place(documentName, "").size();
  for (const Error& error : misread) {
    // Without a pointer it is the root, which lacks a key.
    if (error.where.size() <= name) {
      mayLackParts_ = true;
    } else {
      addItem(itemOf(std::string_view(error.where).substr(name + 1)), chain);
    }
  }
}

void FollowedFaults::addItem(std::string_view item, const Chain& chain) {
  if (!items_.emplace(item).second) return;
  if (const std::string* id = idAt(chain, item)) {
    parts_.insert(*id);
    mayLackParts_ = mayLackParts_ || id->empty();
  } else if (isList(item)) {
    mayLackParts_ = true;
  }
}

bool FollowedFaults::contains(const Fault& fault) const {
  if (items_.contains(itemOf(fault.pointer))) return true;
  for (const std::string& part : fault.parts) {
    if (parts_.contains(part)) return true;
  }
  return mayLackParts_ && fault.code == ErrorCode::notFound && !fault.isOfProfile;
}

}  // namespace linecheck::chain
