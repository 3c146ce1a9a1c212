#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "chain/file.h"
#include "json/writer.h"
#include "support/chain/shipped_profiles.h"

namespace linecheck::chain {
namespace {

std::string documentation() {
  std::ifstream stream(std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "chain-format.md");
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

/// What stands in the documentation from `opening` up to `closing`.
std::string extract(std::string_view opening, std::string_view closing) {
  const std::string text = documentation();
  const auto begin = text.find(opening);
  if (begin == std::string::npos) return "";
  const auto first = begin + opening.find('{');
  return text.substr(first, text.find(closing, first) - first);
}

LoadedChain loaded(const std::string& text) {
  const auto document = json::parse(text, "example");
  if (!document) {
    ADD_FAILURE() << document.error().message();
    return {};
  }
  auto chain = load(*document, testing::shippedProfile);
  if (chain) return std::move(*chain);
  for (const Error& error : chain.error()) ADD_FAILURE() << error.message();
  return {};
}

TEST(DocumentedChain, IsGoodAndNamesOnlyWhatTheShippedProfilesHave) {
  const LoadedChain example = loaded(extract("```json\n{\n  \"schema\"", "```"));
  for (const Error& warning : example.warnings) ADD_FAILURE() << warning.message();
  const Chain& chain = example.chain;
  EXPECT_EQ(chain.name, "Desk by the window");
  EXPECT_EQ(chain.devices.size(), 6U);
  EXPECT_EQ(chain.cables.size(), 5U);
  EXPECT_EQ(chain.powerLeads.size(), 5U);
  EXPECT_EQ(chain.approvals.size(), 1U);
  ASSERT_NE(chain.device(DeviceId("l30")), nullptr);
  EXPECT_EQ(chain.device(DeviceId("l30"))->settings.at("volume"), Setting(Travel{0.4}));
  EXPECT_EQ(chain.device(DeviceId("l30"))->placement.onTopOf, DeviceId("zen-go"));
  EXPECT_EQ(chain.powerLeads[0].to, (std::variant<DeviceId, PowerPointId>(PowerPointId("strip"))));
}

TEST(DocumentedChain, LosesNothingWhenItIsSavedAgain) {
  const std::string example = extract("```json\n{\n  \"schema\"", "```");
  const auto original = json::parse(example, "example").value();
  const auto saved = json::parse(toText(loaded(example).chain), "saved").value();
  // Its keys stand in the order in which they are saved, and none is as usual.
  EXPECT_EQ(json::toText(saved.root()), json::toText(original.root()));
}

TEST(DocumentedChain, CanBeAsShortAsItSays) {
  const LoadedChain shortest = loaded(extract("Shortest is `{", "`.\n"));
  EXPECT_EQ(shortest.chain, Chain{});
}

}  // namespace
}  // namespace linecheck::chain
