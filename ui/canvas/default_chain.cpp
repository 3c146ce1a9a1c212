#include "canvas/default_chain.h"

#include <array>

#include "canvas/card_from_profile.h"
#include "canvas/card_geometry.h"

namespace linecheck::ui {
namespace {

tl::unexpected<Error> missingPort(const ChainLink& link, const char* port) {
  return fail(ErrorCode::notFound, std::string("The profile has no port '") + port + "' there.",
              link.profile);
}

}  // namespace

Result<ChainView> chainOf(const profiles::Library& library, std::span<const ChainLink> links) {
  ChainView chain;
  for (const ChainLink& link : links) {
    const auto* entry = library.find(link.profile);
    if (entry == nullptr) {
      return fail(ErrorCode::notFound, "There is no such device profile.", link.profile);
    }
    chain.cards.push_back(cardFromProfile(entry->profile));
  }
  for (std::size_t i = 0; i + 1 < links.size(); ++i) {
    const auto from =
        card::indexOf(chain.cards[i].downstream, QLatin1String(links[i].downstreamPort));
    if (!from) return missingPort(links[i], links[i].downstreamPort);
    const auto to =
        card::indexOf(chain.cards[i + 1].upstream, QLatin1String(links[i + 1].upstreamPort));
    if (!to) return missingPort(links[i + 1], links[i + 1].upstreamPort);
    ConnectorView& source = chain.cards[i].downstream[*from];
    ConnectorView& sink = chain.cards[i + 1].upstream[*to];
    source.inUse = true;
    sink.inUse = true;
    chain.cables.push_back({*from, *to, cableText(source, sink), source.carries});
  }
  return chain;
}

Result<ChainView> defaultChain(const profiles::Library& library) {
  static constexpr std::array<ChainLink, 4> kDesk{{
      {"generic-computer", "", "usb-a"},
      {"antelope-zen-go", "usb", "line-out"},
      {"topping-l30-ii", "line-in", "headphones"},
      {kDefaultHeadphones, "plug", ""},
  }};
  return chainOf(library, kDesk);
}

}  // namespace linecheck::ui
