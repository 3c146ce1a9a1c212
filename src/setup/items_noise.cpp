#include "setup/item_makers.h"

namespace linecheck::setup {

void addNoiseItems(const Survey& survey, std::vector<Item>& items) {
  if (survey.desk.chain().cables.empty()) return;
  Item item;
  item.kind = ItemKind::hum;
  item.id = itemId(item.kind);
  item.text = {"With nothing playing there is no hum and no whine to be heard."};
  item.why = {
      "A few seconds of silence are enough to tell a ground loop from a transformer's field, a "
      "worn supply, a dimmer or the computer."};
  if (survey.output) item.where = {survey.output->place()};
  item.canBeKnownBy = {KnownBy::measured, KnownBy::user};
  item.picture = Picture::spectrum;
  // Any cable, plug or ground switch that is moved can bring hum or take it away.
  for (const auto& cable : survey.desk.chain().cables) item.basis += cable.id.text() + ' ';
  for (const auto& lead : survey.desk.chain().powerLeads) {
    item.basis += lead.from.text() + '>' + lead.id.text() + ' ';
  }
  items.push_back(std::move(item));
}

}  // namespace linecheck::setup
