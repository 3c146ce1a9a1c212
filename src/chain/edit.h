#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "chain/chain.h"

namespace linecheck::chain {

/// One part of a list taken out, put in or exchanged. `before` is empty for a new part, `after`
/// for one that goes.
template <class Part>
struct PartChange {
  std::size_t index = 0;  ///< In its list.
  std::optional<Part> before;
  std::optional<Part> after;

  bool operator==(const PartChange&) const = default;
};

/// A change of what there is only one of.
template <class T>
struct ValueChange {
  T before;
  T after;

  bool operator==(const ValueChange&) const = default;
};

using Change = std::variant<PartChange<Device>, PartChange<Cable>, PartChange<PowerPoint>,
                            PartChange<PowerLead>, PartChange<GroundLead>, PartChange<Approval>,
                            PartChange<CardPlace>, ValueChange<Mains>, ValueChange<std::string>>;

/// What an edit does, for the undo menu.
enum class EditKind {
  addDevice,
  removeDevice,
  changeDevice,
  changeSetting,
  moveCard,
  connect,
  disconnect,
  changeCable,
  addPower,
  removePower,
  changePower,
  changeMains,
  rename,
  approve,
  withdrawApproval,
};

/// One step of editing: small changes in order, which hold both what was and what will be, so
/// that the way back is known. Made by the functions in edits.h.
struct Edit {
  EditKind kind = EditKind::changeDevice;
  std::string subject;  ///< Name of the part it is about, for the undo menu.
  std::vector<Change> changes;

  bool operator==(const Edit&) const = default;
};

/// Does the edit; the chain must be the one that it was made for.
void apply(Chain& chain, const Edit& edit);

/// The edit that leads back.
[[nodiscard]] Edit inverse(const Edit& edit);

}  // namespace linecheck::chain
