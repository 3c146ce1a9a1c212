#include "text/device_text.h"

#include "text/reading.h"

namespace linecheck::ui {

QString deviceText(const audio::DeviceId& device) {
  return QString::fromStdString(device.name) + QStringLiteral(" · ") +
         QString::fromStdString(device.hostApi);
}

QString sampleRateText(int hz) {
  const int decimals = hz % 1000 == 0 ? 0 : hz % 100 == 0 ? 1 : 3;
  return Reading{numberText(hz / 1000.0, decimals), QStringLiteral("kHz")}.text();
}

}  // namespace linecheck::ui
