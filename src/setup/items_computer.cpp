#include "base/number_text.h"
#include "chain/host.h"
#include "setup/item_makers.h"
#include "setup/targets.h"

namespace linecheck::setup {
namespace {

using chain::OperatingSystem;
using chain::Place;

class ComputerItems {
 public:
  ComputerItems(const Survey& survey, std::vector<Item>& items)
      : survey_(survey), computer_(*survey.computer), items_(items) {}

  void add() {
    addVolume();
    add(ItemKind::notMuted, {"The output of %1 is not muted.", {name()}},
        {"A mute somewhere on the way is the commonest reason for silence."}, Picture::volumeSlider,
        {KnownBy::measured, KnownBy::system, KnownBy::user});
    add(ItemKind::bitDepth,
        {"The format of %1 is 24 bit.",
         {survey_.desk.name(survey_.converter ? survey_.converter->id : computer_.id)}},
        {"What is turned down as numbers is rounded to the format's bits at the end. 24 bit leave "
         "48 dB more for that than 16."},
        Picture::soundFormat, {KnownBy::measured, KnownBy::system, KnownBy::chain, KnownBy::user});
    add(ItemKind::sampleRate, rateText(),
        {"At any other rate the system computes all samples anew, which nobody needs and not every "
         "system does well."},
        Picture::soundFormat, {KnownBy::measured, KnownBy::system, KnownBy::chain, KnownBy::user});
    add(ItemKind::soundPath,
        {"Say which way the sound takes: through the system's mixer, or past it by ASIO or in "
         "exclusive mode."},
        {"The mixer is there for all programs at once. A workstation can go past it, and then the "
         "system's volume does nothing to it."},
        Picture::path, {KnownBy::system, KnownBy::chain});
    add(ItemKind::enhancements, {"Sound effects and enhancements of %1 are off.", {name()}},
        {"They change what you hear: loudness levelling, virtual surround, equalizers, noise "
         "suppression."},
        Picture::soundFormat, {KnownBy::measured, KnownBy::system, KnownBy::user});
    add(ItemKind::wholePath, {"What the computer plays arrives whole, and as it was sent."},
        {"A short test signal through a cable from an output to an input shows what no setting "
         "tells: lost samples, swapped channels, two clocks."},
        Picture::path, {KnownBy::measured});
  }

 private:
  [[nodiscard]] std::string name() const { return survey_.desk.name(computer_.id); }

  Item& add(ItemKind kind, Sentence text, Sentence why, Picture picture,
            std::vector<KnownBy> canBeKnownBy) {
    Item item;
    item.kind = kind;
    item.id = itemId(kind);
    item.text = std::move(text);
    item.why = std::move(why);
    item.picture = picture;
    item.canBeKnownBy = std::move(canBeKnownBy);
    item.where = {Place(computer_.id)};
    item.basis = profileBasis(survey_.desk, computer_.id);
    return items_.emplace_back(std::move(item));
  }

  void addVolume() {
    const auto system = survey_.system();
    const double target = volumeTarget(system);
    const std::string percent = numberText(100.0 * target, 0, "%");
    const Sentence text =
        system
            ? Sentence{"Set the system volume of %1 to %2 and leave it there.", {name(), percent}}
            : Sentence{"Set the system volume of %1 to 100 %, or to 97 % if it runs Windows.",
                       {name()}};
    const Sentence why =
        system == OperatingSystem::windows
            ? Sentence{"At 100 % the mixer of Windows squeezes peaks near full scale, and peaks "
                       "between the samples have no room. ASIO and exclusive mode go past it."}
            : Sentence{"Turned down here, the sound loses level as numbers, and the knob of the "
                       "amplifier has to make up for it."};
    Item& item = add(ItemKind::systemVolume, text, why, Picture::volumeSlider,
                     {KnownBy::measured, KnownBy::system, KnownBy::chain, KnownBy::user});
    const Place slider = chain::systemVolumePlace(survey_.desk, computer_);
    item.where = {slider};
    item.large = percent;
    item.target = Target{slider, chain::Travel{target}};
    item.basis += ' ' + targetBasis(*item.target);
  }

  [[nodiscard]] Sentence rateText() const {
    const auto rate = wantedRate();
    if (!rate) return {"The computer and the interface run at the same sample rate."};
    return {"The computer and the interface both run at %1.",
            {numberText(rate->value() / 1000.0, 1, "kHz")}};
  }
  [[nodiscard]] std::optional<Hertz> wantedRate() const {
    if (survey_.converter && survey_.converter->format.sampleRate) {
      return survey_.converter->format.sampleRate;
    }
    return computer_.format.sampleRate;
  }

  const Survey& survey_;
  const chain::Device& computer_;
  std::vector<Item>& items_;
};

}  // namespace

void addComputerItems(const Survey& survey, std::vector<Item>& items) {
  if (survey.computer) ComputerItems(survey, items).add();
}

}  // namespace linecheck::setup
