#pragma once

#include <optional>

#include "chain/cable.h"
#include "chain/desk.h"
#include "chain/fix.h"
#include "profiles/port.h"
#include "rules/finding.h"
#include "units/interval.h"
#include "units/level.h"

namespace linecheck::rules {

/// Whether a port drives headphones by two amplifiers for each ear, whose outputs must touch
/// neither each other nor ground.
[[nodiscard]] bool isBalancedHeadphoneOutput(const profiles::Port& port);

/// Whether a cable ends at headphones.
[[nodiscard]] bool endsAtHeadphones(const chain::Desk& desk, const chain::Cable& cable);

/// Another headphone output of the cable's source that nothing is plugged into: a balanced one, or
/// one that is not. Null if there is none.
[[nodiscard]] const profiles::Port* otherHeadphoneOutput(const chain::Desk& desk,
                                                         const chain::Cable& cable, bool balanced);

/// Cures of what must not be on a balanced output: another socket of the device, a balanced cable.
/// Names that socket in the finding's arguments, as "other".
void addBalancedOutputCures(const chain::Desk& desk, const chain::Cable& cable, Finding& finding);

/// What an output can do with the headphones on it. Figures are intervals where the output's are.
struct HeadphoneDrive {
  const profiles::Figure<Ohms>* source = nullptr;  ///< Its impedance.
  const profiles::Figure<Ohms>* load = nullptr;    ///< That of the headphones.
  /// What the voltage loses on the way, ≥ 0: 20·log10((Zload + Zsource) / Zload).
  Interval<Decibels> loss;
  /// The greatest sine at the headphones; empty where output or sensitivity are not known.
  std::optional<DecibelsSpl> loudest;
};

/// Empty if the impedance of either is not known.
[[nodiscard]] std::optional<HeadphoneDrive> headphoneDrive(const chain::Desk& desk,
                                                           const chain::Cable& cable);

/// Whether the output's impedance is more than an eighth of the headphones', where the loss reaches
/// 1 dB and headphones whose impedance changes with frequency change their sound.
[[nodiscard]] bool isTooSoft(const HeadphoneDrive& drive);

/// Whether the loudest sine falls short of what peaks of music need; false if it is not known.
[[nodiscard]] bool isTooWeak(const HeadphoneDrive& drive);

/// Those of the cable, and {"source", "20–27 Ω"}, {"load", "16 Ω"}, {"loss", "7.0–8.6 dB"}, and
/// where it is known {"loudest", "111 dB SPL"}.
[[nodiscard]] chain::Arguments driveArguments(const chain::Desk& desk, const chain::Cable& cable,
                                              const HeadphoneDrive& drive);

/// A free unbalanced output on the desk with little impedance, then an amplifier between.
void addStifferOutputs(const chain::Desk& desk, const chain::Cable& cable,
                       const HeadphoneDrive& drive, Finding& finding);

}  // namespace linecheck::rules
