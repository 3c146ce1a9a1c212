#pragma once

#include "profiles/port.h"

namespace linecheck::chain {

/// What a signal is, for colours and for what may be joined.
enum class SignalClass { digital, line, headphone, loudspeaker, power, other };

/// The class of a port, by the first of its signals.
[[nodiscard]] SignalClass signalClass(const profiles::Port& port);

/// Whether any of the port's signals is audio, analogue or digital.
[[nodiscard]] bool carriesAudio(const profiles::Port& port);
/// Whether the port joins a device to the computer: USB.
[[nodiscard]] bool isFromHost(const profiles::Port& port);
[[nodiscard]] bool isAnalogue(const profiles::Port& port);

}  // namespace linecheck::chain
