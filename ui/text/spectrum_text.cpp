#include "text/spectrum_text.h"

namespace linecheck::ui {

QString fftLengthText(std::size_t length) {
  constexpr std::size_t kKilo = 1024;
  if (length >= kKilo * kKilo) return QStringLiteral("%1M").arg(length / (kKilo * kKilo));
  return length >= kKilo ? QStringLiteral("%1K").arg(length / kKilo) : QString::number(length);
}

}  // namespace linecheck::ui
