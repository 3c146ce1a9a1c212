#include "chain/edits.h"

#include "chain/edit_making.h"

namespace linecheck::chain {
namespace {

std::optional<std::size_t> indexOf(const Chain& chain, const Approval& approval) {
  return indexIf(chain.approvals, [&](const Approval& other) { return other == approval; });
}

}  // namespace

Result<Edit> changeMains(const Desk& desk, const Mains& mains) {
  const Mains& before = desk.chain().mains;
  Edit edit{EditKind::changeMains, {}, {}};
  if (mains != before) edit.changes.push_back(ValueChange<Mains>{before, mains});
  return checked(desk, std::move(edit));
}

Result<Edit> rename(const Desk& desk, const std::string& name) {
  const std::string& before = desk.chain().name;
  Edit edit{EditKind::rename, name, {}};
  if (name != before) edit.changes.push_back(ValueChange<std::string>{before, name});
  return checked(desk, std::move(edit));
}

Result<Edit> approve(const Desk& desk, const Approval& approval) {
  Edit edit{EditKind::approve, approval.finding, {}};
  if (indexOf(desk.chain(), approval)) {
    return fail(ErrorCode::badInput, "You have approved this finding already.", approval.finding);
  }
  insert(edit, desk.chain().approvals, approval);
  return checked(desk, std::move(edit));
}

Result<Edit> withdrawApproval(const Desk& desk, const Approval& approval) {
  if (!indexOf(desk.chain(), approval)) {
    return fail(ErrorCode::notFound, "You have not approved this finding.", approval.finding);
  }
  Edit edit{EditKind::withdrawApproval, approval.finding, {}};
  eraseIf(edit, desk.chain().approvals, [&](const Approval& other) { return other == approval; });
  return checked(desk, std::move(edit));
}

}  // namespace linecheck::chain
