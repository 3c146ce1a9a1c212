#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/result.h"
#include "chain/desk.h"
#include "chain/edit.h"

/// The edits that there are. Each answers with what to do, and does nothing itself; what would
/// break the chain (a device that is not there, two cables in one socket, an output joined to an
/// output) is `badInput` or `notFound` with the place and the reason. What is merely unwise may be
/// done: the rules tell about it.
namespace linecheck::chain {

/// A new device with this profile; its id is made from `name` or the profile's name. `notFound`
/// if `profile` is null. Its switches stand nowhere: nobody has told.
[[nodiscard]] Result<Edit> addDevice(const Desk& desk, const profiles::Profile* profile,
                                     const std::string& name = {});
/// Takes the device away with its cables, leads, card and approvals; what lies on it then lies on
/// nothing.
[[nodiscard]] Result<Edit> removeDevice(const Desk& desk, const DeviceId& device);
/// Exchanges everything but the id. Where that brings another profile, `profile` is that one: what
/// is plugged in must find its port there again, and the settings their controls.
[[nodiscard]] Result<Edit> changeDevice(const Desk& desk, const Device& device,
                                        const profiles::Profile* profile = nullptr);
/// Sets a control, or with nothing forgets how it stands. The control must exist and take such a
/// setting: a position that it has, a figure in its range.
[[nodiscard]] Result<Edit> changeSetting(const Desk& desk, const DeviceId& device,
                                         const std::string& control,
                                         const std::optional<Setting>& setting);
[[nodiscard]] Result<Edit> moveCard(const Desk& desk, const CardPlace& place);

/// Plugs a cable in; an empty id is made. Both sockets must exist and be free, the signal must
/// leave `from` and enter `to`, and both must not be the same device. A computer's USB is never
/// full.
[[nodiscard]] Result<Edit> connect(const Desk& desk, Cable cable);
/// Takes the approvals about the cable along; so does whatever else takes a part away.
[[nodiscard]] Result<Edit> disconnect(const Desk& desk, const CableId& cable);
/// Exchanges everything but the id, as if it were unplugged and plugged in again.
[[nodiscard]] Result<Edit> changeCable(const Desk& desk, const Cable& cable);

/// A new outlet, strip, conditioner or UPS; an empty id is made.
[[nodiscard]] Result<Edit> addPowerPoint(const Desk& desk, PowerPoint point);
[[nodiscard]] Result<Edit> changePowerPoint(const Desk& desk, const PowerPoint& point);
/// Takes it away with the leads at it.
[[nodiscard]] Result<Edit> removePowerPoint(const Desk& desk, const PowerPointId& point);
/// Feeds a device or a power point; an empty id is made, or stays that of the lead before. What was
/// fed from elsewhere is unplugged there first. Power points must not feed each other in a circle;
/// nothing feeds an outlet.
[[nodiscard]] Result<Edit> feed(const Desk& desk, PowerLead lead);
[[nodiscard]] Result<Edit> unplug(const Desk& desk, const PowerLeadId& lead);
[[nodiscard]] Result<Edit> addGroundLead(const Desk& desk, GroundLead lead);
[[nodiscard]] Result<Edit> removeGroundLead(const Desk& desk, const GroundLeadId& lead);

[[nodiscard]] Result<Edit> changeMains(const Desk& desk, const Mains& mains);
[[nodiscard]] Result<Edit> rename(const Desk& desk, const std::string& name);
/// Of a finding that is not approved yet.
[[nodiscard]] Result<Edit> approve(const Desk& desk, const Approval& approval);
[[nodiscard]] Result<Edit> withdrawApproval(const Desk& desk, const Approval& approval);

}  // namespace linecheck::chain
