#include "profiles/profile_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

namespace linecheck::ui {
namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("ProfileWords", text);
}

}  // namespace

std::span<const profiles::Confidence> surenessChoices() {
  using profiles::Confidence;
  static constexpr std::array kAll{Confidence::datasheet, Confidence::measured, Confidence::article,
                                   Confidence::derived, Confidence::estimate};
  return kAll;
}

QString surenessText(profiles::Confidence confidence) {
  switch (confidence) {
    case profiles::Confidence::datasheet:
      return tr("Data sheet");
    case profiles::Confidence::measured:
      return tr("Measured");
    case profiles::Confidence::article:
      return tr("Article");
    case profiles::Confidence::derived:
      return tr("Worked out");
    case profiles::Confidence::estimate:
      return tr("Estimate");
  }
  return {};
}

std::span<const profiles::Kind> editableKinds() {
  using profiles::Kind;
  static constexpr std::array kAll{
      Kind::headphones,   Kind::headphoneAmplifier, Kind::dac,     Kind::audioInterface,
      Kind::onboardAudio, Kind::preamplifier,       Kind::computer};
  return kAll;
}

bool isEditable(profiles::Kind kind) {
  return std::ranges::find(editableKinds(), kind) != editableKinds().end();
}

QString errorsText(const Errors& errors) {
  QStringList lines;
  for (const Error& error : errors) lines << QString::fromStdString(error.message());
  return lines.join(u'\n');
}

}  // namespace linecheck::ui
