#include "document/new_pair.h"

#include <algorithm>

#include "chain/edits.h"
#include "chain/signals.h"
#include "document/new_cable.h"

namespace linecheck::ui {
namespace {

using profiles::Port;
using profiles::Profile;

const Port* plugOf(const Profile& headphones) {
  const auto found =
      std::find_if(headphones.ports.begin(), headphones.ports.end(), [](const Port& port) {
        return port.direction != profiles::Direction::out &&
               chain::signalClass(port) == chain::SignalClass::headphone;
      });
  return found == headphones.ports.end() ? nullptr : &*found;
}

/// Builds an edit up, each part made for the desk that the parts before it leave.
class Growing {
 public:
  Growing(const chain::Desk& desk, chain::ProfileLookup lookup)
      : chain_(desk.chain()), lookup_(std::move(lookup)) {
    refresh();
  }

  [[nodiscard]] const chain::Desk& desk() const { return *desk_; }
  [[nodiscard]] bool isEmpty() const { return !edit_; }
  [[nodiscard]] chain::Edit take() { return std::move(*edit_); }

  void add(const chain::Edit& next) {
    chain::apply(chain_, next);
    if (edit_) {
      edit_->changes.insert(edit_->changes.end(), next.changes.begin(), next.changes.end());
    } else {
      edit_ = next;
    }
    refresh();
  }

  Result<chain::DeviceId> put(const Profile& profile) {
    auto edit = chain::addDevice(desk(), &profile);
    if (!edit) return fail(edit.error());
    add(*edit);
    return chain_.devices.back().id;
  }

 private:
  void refresh() { desk_.emplace(chain_, lookup_); }

  chain::Chain chain_;
  chain::ProfileLookup lookup_;
  std::optional<chain::Desk> desk_;
  std::optional<chain::Edit> edit_;
};

std::optional<chain::DeviceId> standing(const chain::Desk& desk, const Profile& profile) {
  for (const chain::Device& device : desk.chain().devices) {
    if (device.profile == profile.id) return device.id;
  }
  return std::nullopt;
}

}  // namespace

Result<NewPair> newPair(const chain::Desk& desk, const chain::ProfileLookup& lookup,
                        const Profile& source, const std::string& port, const Profile& headphones) {
  Growing growing(desk, lookup);
  const Port* plug = plugOf(headphones);
  auto from = standing(desk, source);
  auto to = standing(desk, headphones);
  if (to && plug && !desk.attached(*to, plug->id).empty()) to.reset();
  if (!from) {
    const auto made = growing.put(source);
    if (!made) return fail(made.error());
    from = *made;
  }
  if (!to) {
    const auto made = growing.put(headphones);
    if (!made) return fail(made.error());
    to = *made;
  }
  NewPair pair;
  pair.headphones = *to;
  if (!plug) {
    pair.unconnectedBecause = "The profile of " + headphones.name() + " tells of no plug.";
  } else {
    const auto cable = join(growing.desk(), {*from, port, {}}, {*to, plug->id, {}});
    if (cable) {
      growing.add(*cable);
    } else {
      pair.unconnectedBecause = cable.error().what;
    }
  }
  if (growing.isEmpty()) {
    return fail(ErrorCode::badInput, "Both are on the desk already. " + pair.unconnectedBecause);
  }
  pair.edit = growing.take();
  return pair;
}

}  // namespace linecheck::ui
