#include "measure/listeners.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace linecheck::measure {
namespace {

struct EarWord {
  std::string_view word;  // Lower case.
  EarDevice device;
  bool isWhole = false;  // Counts only as a word of its own: "phones", not "saxophones".
};

// What is worn comes first: "Headphones (AirPods)" is no jack.
constexpr std::array kEarWords = {
    EarWord{"airpods", EarDevice::worn},
    EarWord{"earpods", EarDevice::headphoneJack},
    EarWord{"earbuds", EarDevice::worn},
    EarWord{"freebuds", EarDevice::worn},
    EarWord{"buds", EarDevice::worn, true},
    EarWord{"beats", EarDevice::worn, true},
    EarWord{"powerbeats", EarDevice::worn},
    EarWord{"bluetooth", EarDevice::worn},
    EarWord{"bluez", EarDevice::worn},
    EarWord{"hands-free", EarDevice::worn},
    EarWord{"handsfree", EarDevice::worn},
    EarWord{"freisprech", EarDevice::worn},
    EarWord{"mains libres", EarDevice::worn},
    EarWord{"manos libres", EarDevice::worn},
    EarWord{"hfp", EarDevice::worn, true},
    EarWord{"hsp", EarDevice::worn, true},
    EarWord{"a2dp", EarDevice::worn, true},
    EarWord{"headset", EarDevice::worn},
    EarWord{"micro-casque", EarDevice::worn},
    EarWord{"гарнитура", EarDevice::worn},
    EarWord{"耳麦", EarDevice::worn},
    EarWord{"ヘッドセット", EarDevice::worn},
    EarWord{"headphone", EarDevice::headphoneJack},
    EarWord{"earphone", EarDevice::headphoneJack},
    EarWord{"phones", EarDevice::headphoneJack, true},
    // Without its last letters, for macOS may write "ö" as "o" and a mark.
    EarWord{"kopfho", EarDevice::headphoneJack},
    EarWord{"kopfhö", EarDevice::headphoneJack},
    EarWord{"ohrhörer", EarDevice::headphoneJack},
    EarWord{"casque", EarDevice::headphoneJack},
    EarWord{"écouteurs", EarDevice::headphoneJack},
    EarWord{"auriculares", EarDevice::headphoneJack},
    EarWord{"cuffie", EarDevice::headphoneJack},
    EarWord{"fones de ouvido", EarDevice::headphoneJack},
    EarWord{"auscultadores", EarDevice::headphoneJack},
    EarWord{"koptelefoon", EarDevice::headphoneJack},
    EarWord{"hoofdtelefoon", EarDevice::headphoneJack},
    EarWord{"hörlurar", EarDevice::headphoneJack},
    EarWord{"hovedtelefon", EarDevice::headphoneJack},
    EarWord{"hodetelefon", EarDevice::headphoneJack},
    EarWord{"kuulokkeet", EarDevice::headphoneJack},
    EarWord{"słuchawki", EarDevice::headphoneJack},
    EarWord{"sluchátka", EarDevice::headphoneJack},
    EarWord{"наушники", EarDevice::headphoneJack},
    EarWord{"навушники", EarDevice::headphoneJack},
    EarWord{"耳机", EarDevice::headphoneJack},
    EarWord{"耳機", EarDevice::headphoneJack},
    EarWord{"ヘッドホン", EarDevice::headphoneJack},
    EarWord{"ヘッドフォン", EarDevice::headphoneJack},
    EarWord{"헤드폰", EarDevice::headphoneJack},
    EarWord{"이어폰", EarDevice::headphoneJack},
};

// Lower case of the letters that the words above begin with or hold, in UTF-8: ASCII, À–Þ, А–Я.
std::string lowered(std::string_view text) {
  std::string result(text);
  for (std::size_t i = 0; i < result.size(); ++i) {
    const auto byte = static_cast<unsigned char>(result[i]);
    if (byte >= 'A' && byte <= 'Z') result[i] = static_cast<char>(byte + 0x20);
    if (i + 1 == result.size()) break;
    const auto next = static_cast<unsigned char>(result[i + 1]);
    const bool isLatin = byte == 0xC3 && next >= 0x80 && next <= 0x9E;
    const bool isEarlyCyrillic = byte == 0xD0 && next >= 0x90 && next <= 0x9F;
    if (isLatin || isEarlyCyrillic) {
      result[i + 1] = static_cast<char>(next + 0x20);
    } else if (byte == 0xD0 && next >= 0xA0 && next <= 0xAF) {
      result[i] = static_cast<char>(0xD1);
      result[i + 1] = static_cast<char>(next - 0x20);
    }
  }
  return result;
}

// Bytes of letters beyond ASCII count as letters.
bool isLetter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z');
}

bool holds(std::string_view name, const EarWord& word) {
  for (auto at = name.find(word.word); at != std::string_view::npos;
       at = name.find(word.word, at + 1)) {
    const auto end = at + word.word.size();
    const bool isWhole =
        (at == 0 || !isLetter(name[at - 1])) && (end == name.size() || !isLetter(name[end]));
    if (isWhole || !word.isWhole) return true;
  }
  return false;
}

}  // namespace

std::optional<EarDevice> earDeviceNamed(std::string_view deviceName) {
  const std::string name = lowered(deviceName);
  std::optional<EarDevice> device;
  for (const EarWord& word : kEarWords) {
    if (!holds(name, word)) continue;
    if (word.device == EarDevice::worn) return EarDevice::worn;
    device = word.device;
  }
  return device;
}

Result<void> checkListeners(const audio::StreamConfig& stream, HeadphoneJack jack) {
  for (const auto& id : {stream.output, stream.input}) {
    if (id && earDeviceNamed(id->name) == EarDevice::worn) {
      return fail(ErrorCode::usage,
                  "This goes to the ears or through the air, and no cable leads back from it. Take "
                  "it off, and choose the interface's line outputs and line inputs.",
                  id->name);
    }
  }
  if (stream.output && jack == HeadphoneJack::mayHaveHeadphones &&
      earDeviceNamed(stream.output->name) == EarDevice::headphoneJack) {
    return fail(ErrorCode::usage,
                "Its name says that headphones are plugged in here. Take them off and unplug them; "
                "choose a line output, or say that a measuring cable is plugged in instead.",
                stream.output->name);
  }
  return {};
}

std::string_view listeningWarning(Harness harness) {
  switch (harness) {
    case Harness::seriesResistorLoad:
      return "The headphones sound: keep them off your ears.";
    case Harness::soundLevelMeter:
      return "You hear noise: begin with the volume all the way down, and turn it up slowly.";
    default:
      return {};
  }
}

}  // namespace linecheck::measure
