#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <vector>

#include "canvas/chain_view.h"
#include "measure/harness.h"
#include "measure/harness_words.h"
#include "profiles/profile.h"

namespace linecheck::ui {

/// A device as a cable picture shows it: one jack for each channel of sound, in their order.
struct HarnessDevice {
  QString name;  ///< Empty where nobody has told.
  std::vector<ConnectorView> inputs;
  std::vector<ConnectorView> outputs;

  bool operator==(const HarnessDevice&) const = default;
};

/// What is drawn. Whatever is left empty gets a general name.
struct HarnessView {
  measure::Harness harness = measure::Harness::loop;
  HarnessDevice output;     ///< That plays.
  HarnessDevice input;      ///< That captures; it may be the same.
  HarnessDevice amplifier;  ///< For loopThroughAmplifier.
  HarnessDevice underTest;  ///< Its outputs, for openOutput and loadedOutput.
  QString resistor;         ///< As typed: "33 Ω".

  bool operator==(const HarnessView&) const = default;
};

/// The device with its analogue jacks; a stereo pair becomes "Line outputs L" and "… R".
[[nodiscard]] HarnessDevice harnessDevice(const profiles::Profile& profile);

/// The jack for channel `index`, with a general one's looks where the device has none.
[[nodiscard]] ConnectorView harnessJack(const std::vector<ConnectorView>& jacks, std::size_t index,
                                        const QString& generalName);

/// What a jack's second contact is called: "ring", "pin 3", "sleeve"; empty if that is unknown.
struct ContactNames {
  QString hot;
  QString cold;
};
[[nodiscard]] ContactNames contactNames(const std::vector<ConnectorView>& jacks, std::size_t index);

/// Which jack goes where, in the user's language; the same lines as measure::harnessConnections.
[[nodiscard]] QStringList harnessLines(const HarnessView& view);

/// measure::harnessText and then the lines: for screen readers.
[[nodiscard]] QString harnessDescription(const HarnessView& view);

}  // namespace linecheck::ui
