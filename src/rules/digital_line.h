#pragma once

#include <optional>

#include "chain/cable.h"
#include "chain/desk.h"
#include "profiles/port.h"

namespace linecheck::rules {

/// How digital audio goes through a cable.
enum class DigitalLine {
  usb,
  optical,   ///< TOSLINK.
  spdif,     ///< Coaxial: 75 Ω, unbalanced, 0.5 V peak to peak.
  aes3,      ///< On XLR: 110 Ω, balanced.
  aes3Coax,  ///< AES3id, on BNC: 75 Ω, unbalanced.
};

/// How a port sends or takes digital audio; empty if it does not, or nobody knows.
[[nodiscard]] std::optional<DigitalLine> digitalLineOf(const profiles::Port& port);
/// The same of a cable, by what it is plugged into; empty if its ends contradict each other.
[[nodiscard]] std::optional<DigitalLine> digitalLineOf(const chain::Desk& desk,
                                                       const chain::Cable& cable);

/// The characteristic impedance that the line needs; empty where it has no matter.
[[nodiscard]] std::optional<Ohms> lineImpedance(DigitalLine line);
/// That of a cable; empty where nobody gives one: analogue and optical cables, USB.
[[nodiscard]] std::optional<Ohms> lineImpedance(chain::CableKind kind);

}  // namespace linecheck::rules
