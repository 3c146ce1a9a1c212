#include "chain/host.h"
#include "setup/opinion.h"
#include "setup/targets.h"
#include "setup/volume_words.h"

namespace linecheck::setup {
namespace {

void say(const Evidence& evidence, Opinions& opinions, ItemKind kind, State state, Sentence found,
         std::optional<Sentence> cure = {}) {
  if (const Item* item = evidence.first(kind)) {
    opinions.push_back({item->id, KnownBy::chain, state, std::move(found), std::move(cure)});
  }
}

void checkVolume(const Evidence& evidence, const chain::Device& computer, Opinions& opinions) {
  const auto position = chain::systemVolume(evidence.survey.desk, computer);
  if (!position) return;
  const VolumeVerdict verdict = judgeVolume(*position, evidence.survey.system());
  say(evidence, opinions, ItemKind::systemVolume, verdict.state,
      {"By the desk's description the volume stands at %1.", {percentText(*position)}},
      verdict.cure);
}

std::optional<int> bitsOf(const Survey& survey) {
  if (survey.converter && survey.converter->format.bits) return survey.converter->format.bits;
  return survey.computer->format.bits;
}

void checkBits(const Evidence& evidence, Opinions& opinions) {
  const auto bits = bitsOf(evidence.survey);
  if (!bits) return;
  const bool isEnough = *bits >= kEnoughBits;
  say(evidence, opinions, ItemKind::bitDepth, isEnough ? State::done : State::wrong,
      {"The desk's description says %1 bit.", {std::to_string(*bits)}},
      isEnough ? std::nullopt
               : std::optional(Sentence{"Set the format to 24 bit in the sound settings."}));
}

/// That they differ is for the rules to find.
void checkRate(const Evidence& evidence, Opinions& opinions) {
  const Survey& survey = evidence.survey;
  const auto sent = survey.computer->format.sampleRate;
  const auto taken = survey.converter ? survey.converter->format.sampleRate : std::nullopt;
  if (!sent || !taken || !isSameRate(*sent, *taken)) return;
  say(evidence, opinions, ItemKind::sampleRate, State::done,
      {"The desk's description says %1 for both.", {rateText(*taken)}});
}

void checkPathTold(const Evidence& evidence, const chain::Device& computer, Opinions& opinions) {
  if (!computer.computer || !computer.computer->path) return;
  switch (*computer.computer->path) {
    case chain::AudioPath::sharedMixer:
      say(evidence, opinions, ItemKind::soundPath, State::done,
          {"By the desk's description the sound goes through the system's mixer."});
      return;
    case chain::AudioPath::exclusive:
      say(evidence, opinions, ItemKind::soundPath, State::done,
          {"By the desk's description one program has the device alone."});
      return;
    case chain::AudioPath::asio:
      say(evidence, opinions, ItemKind::soundPath, State::done,
          {"By the desk's description the sound goes by ASIO. The system volume still acts on "
           "system sounds."});
      return;
  }
}

}  // namespace

void checkFormat(const Evidence& evidence, Opinions& opinions) {
  const chain::Device* computer = evidence.survey.computer;
  if (!computer) return;
  checkVolume(evidence, *computer, opinions);
  checkBits(evidence, opinions);
  checkRate(evidence, opinions);
  checkPathTold(evidence, *computer, opinions);
}

}  // namespace linecheck::setup
