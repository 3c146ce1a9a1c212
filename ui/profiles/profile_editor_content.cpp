// What the fields of the editor say: the profile that they make, and what is wrong with it.
#include <QComboBox>
#include <QLineEdit>
#include <algorithm>

#include "profiles/new_profile.h"
#include "profiles/output_editor.h"
#include "profiles/outputs.h"
#include "profiles/profile_editor.h"
#include "profiles/user_profiles.h"

namespace linecheck::ui {

profiles::Kind ProfileEditor::kind() const {
  return static_cast<profiles::Kind>(kind_->currentData().toInt());
}

bool ProfileEditor::isHeadphones() const {
  return kind() == profiles::Kind::headphones;
}

UsualSource ProfileEditor::usual() const {
  UsualSource usual;
  usual.source = {source_->text().trimmed().toStdString(), url_->text().trimmed().toStdString()};
  if (confidence_->currentIndex() > 0) {
    usual.confidence = static_cast<profiles::Confidence>(confidence_->currentData().toInt());
  }
  return usual;
}

std::optional<profiles::Back> ProfileEditor::chosenBack() const {
  const int back = back_->currentData().toInt();
  return back < 0 ? std::nullopt : std::optional(static_cast<profiles::Back>(back));
}

profiles::Provenance ProfileEditor::usualProvenance() const {
  const UsualSource now = usual();
  return {now.source, "", now.confidence.value_or(profiles::Confidence::estimate), ""};
}

profiles::Profile ProfileEditor::profile() const {
  const std::string maker = maker_->text().trimmed().toStdString();
  const std::string model = model_->text().trimmed().toStdString();
  profiles::Profile profile =
      edited_ ? *edited_ : profiles::newProfile(kind(), maker, model, usualProvenance());
  profile.maker = maker;
  profile.model = model;
  if (!profile.headphones) {
    writeOutputs(profile);
    return profile;
  }
  profiles::Headphones& headphones = *profile.headphones;
  const auto driver = static_cast<profiles::Driver>(driver_->currentData().toInt());
  if (driver != headphones.driver) {
    headphones.driver = driver;
    headphones.driverClaim = {};
    headphones.driverClaim.provenance = usualProvenance();
  }
  const auto back = chosenBack();
  if (!back) {
    headphones.back.reset();
  } else if (!headphones.back || headphones.back->type != *back) {
    headphones.back = {*back, {usualProvenance(), {}, {}}};
  }
  headphones.impedance =
      impedance_->figure(profiles::kResistanceUnits, usual(), headphones.impedance);
  headphones.sensitivity =
      sensitivity_->figure(profiles::kSensitivityUnits, usual(), headphones.sensitivity);
  return profile;
}

void ProfileEditor::writeOutputs(profiles::Profile& profile) const {
  std::vector<std::string> gone;
  for (const profiles::Port& port : profile.ports) {
    const bool isShown =
        std::ranges::any_of(outputs_, [&](const auto* one) { return one->id() == port.id; });
    if (profiles::isHeadphoneOutput(port) && !isShown) gone.push_back(port.id);
  }
  for (const std::string& port : gone) profiles::removePort(profile, port);
  for (const OutputEditor* output : outputs_) {
    profiles::Port port = output->port(usual());
    const auto known = std::ranges::find(profile.ports, output->id(), &profiles::Port::id);
    profiles::Port& place =
        known != profile.ports.end() && !output->id().empty()
            ? *known
            : profiles::addHeadphoneOutput(profile, port.name, port.claim.provenance);
    port.id = place.id;
    port.direction = place.direction;
    port.channels = place.channels;
    port.signals = place.signals;
    place = port;
    // One switch can act on several outputs: only where its steps were changed do they count.
    profiles::GainSwitch gains = output->gains(usual());
    const profiles::Control* before = edited_ ? profiles::gainSwitchOf(*edited_, port.id) : nullptr;
    if (before == nullptr || std::get<profiles::GainSwitch>(before->action) != gains) {
      profiles::setGainSteps(profile, port.id, std::move(gains));
    }
  }
}

QStringList ProfileEditor::faults() const {
  QStringList faults;
  if (maker_->text().trimmed().isEmpty()) faults << tr("Who makes it?");
  if (model_->text().trimmed().isEmpty()) faults << tr("What is the model called?");
  const UsualSource now = usual();
  const bool isNewOutput = !isHeadphones() && std::ranges::any_of(outputs_, [](const auto* one) {
    return one->id().empty();
  });
  const profiles::Headphones* before =
      edited_ && edited_->headphones ? &*edited_->headphones : nullptr;
  const bool isBuiltAnew =
      before != nullptr &&
      (static_cast<int>(before->driver) != driver_->currentData().toInt() ||
       (chosenBack() && (!before->back || before->back->type != *chosenBack())));
  if (!edited_ || isNewOutput || isBuiltAnew) {
    if (now.source.citation.empty()) faults << tr("Where do the figures come from?");
    if (!now.confidence) faults << tr("How sure are the figures?");
  }
  if (isHeadphones()) {
    for (FigureFields* row : {impedance_, sensitivity_}) {
      const QString fault = row->fault(now);
      row->tell(fault);
      if (!fault.isEmpty()) faults << tr("%1: %2").arg(row->name(), fault);
    }
  } else {
    for (OutputEditor* output : outputs_) faults += output->check(now);
  }
  if (!faults.isEmpty()) return faults;

  const profiles::Profile made = profile();
  if (made.headphones && made.headphones->impedance &&
      made.headphones->impedance->value.nominal.value() <= 0.0) {
    const QString fault = tr("The impedance of headphones is greater than 0.");
    impedance_->tell(fault);
    return {fault};
  }
  for (const Error& error : profiles::faultsOf(made)) {
    faults << QString::fromStdString(error.message());
  }
  const std::string clash = profiles::clashOf(
      made, library_, edited_ ? profiles::Clash::replaceAny : profiles::Clash::refuse);
  if (!clash.empty()) faults << QString::fromStdString(clash);
  return faults;
}

}  // namespace linecheck::ui
