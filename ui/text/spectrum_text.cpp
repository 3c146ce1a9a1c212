#include "text/spectrum_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <string_view>

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Spectrum)
};

}  // namespace

QString fftLengthText(std::size_t length) {
  constexpr std::size_t kKilo = 1024;
  if (length >= kKilo * kKilo) return QStringLiteral("%1M").arg(length / (kKilo * kKilo));
  return length >= kKilo ? QStringLiteral("%1K").arg(length / kKilo) : QString::number(length);
}

QString statusText(std::size_t fftLength, dsp::WindowKind window, int averages,
                   std::uint64_t lostFrames) {
  const std::string_view name = dsp::windowName(window);
  const QStringList parts{
      fftLengthText(fftLength), QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
      averages == 1 ? Text::tr("1 average") : Text::tr("%1 averages").arg(averages),
      lostFrames == 1 ? Text::tr("1 sample lost") : Text::tr("%1 samples lost").arg(lostFrames)};
  return parts.join(QStringLiteral(" · "));
}

}  // namespace linecheck::ui
