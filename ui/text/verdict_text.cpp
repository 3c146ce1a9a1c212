#include "text/verdict_text.h"

#include <QCoreApplication>

#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Verdict)
};

}  // namespace

BannerState bannerOf(const diagnosis::Verdict& verdict, std::optional<int> input) {
  BannerState state;
  state.sentence = translated(verdict.headline);
  state.detail = translated(verdict.detail);
  if (input) state.detail = Text::tr("On input %1: %2").arg(*input).arg(state.detail);
  state.confidence = verdict.confidence;
  if (!diagnosis::isFault(verdict.cause)) {
    state.tone = BannerState::Tone::good;
    state.word = Text::tr("Clean");
  } else if (verdict.cause == diagnosis::Cause::unknown) {
    state.tone = BannerState::Tone::attention;
    state.word = Text::tr("Attention");
  } else {
    state.tone = BannerState::Tone::bad;
    state.word = Text::tr("Fault");
  }
  return state;
}

BannerState searchingBanner() {
  return {BannerState::Tone::quiet, Text::tr("Starting"), Text::tr("Looking for your interface"),
          Text::tr("This takes a moment."), std::nullopt};
}

BannerState stoppedBanner() {
  return {BannerState::Tone::quiet, Text::tr("Stopped"), Text::tr("Ready to listen"),
          Text::tr("Press Start or the space bar. Leave the music off: hum shows best in silence."),
          std::nullopt};
}

BannerState listeningBanner() {
  return {BannerState::Tone::quiet, Text::tr("Listening"), Text::tr("Listening to the input"),
          Text::tr("The first verdict takes a few seconds."), std::nullopt};
}

BannerState failedBanner(const Error& error) {
  const QString sentence = error.code == ErrorCode::badInput || error.code == ErrorCode::io
                               ? Text::tr("The recording cannot be opened")
                               : Text::tr("That did not work");
  return {BannerState::Tone::attention, Text::tr("Stopped"), sentence,
          QString::fromStdString(error.message()), std::nullopt};
}

BannerState interruptedBanner(qint64 lostFrames) {
  const QString detail =
      lostFrames == 0
          ? Text::tr(
                "The driver warned of a gap, so the measurement begins anew. If this comes "
                "again, close other programs or choose a larger buffer in your driver.")
          : Text::tr(
                "No figure is taken across a gap, so the measurement begins anew. If this "
                "comes again, close other programs or choose a larger buffer in your driver.");
  return {BannerState::Tone::attention, Text::tr("Attention"),
          lostFrames == 0 ? Text::tr("The capture was interrupted") : Text::tr("Samples were lost"),
          detail, std::nullopt};
}

BannerState deadInputBanner(bool wasAlive) {
  return {BannerState::Tone::attention, Text::tr("Attention"),
          wasAlive ? Text::tr("The input went dead") : Text::tr("Nothing comes in"),
          Text::tr("The input gives exact zeros, which no converter does. Check that it is not "
                   "muted, that the cable is in, and that you chose the right input."),
          std::nullopt};
}

}  // namespace linecheck::ui
