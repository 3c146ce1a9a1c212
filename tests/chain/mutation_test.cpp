#include <gtest/gtest.h>

#include "chain/file.h"
#include "json/writer.h"
#include "support/chain/independent_legality.h"
#include "support/chain/random_chain.h"
#include "support/chain/shipped_profiles.h"
#include "support/json_mutation.h"

namespace linecheck::chain {
namespace {

using linecheck::testing::below;
using linecheck::testing::count;
using linecheck::testing::expectOrderlyErrors;
using linecheck::testing::mutated;
using linecheck::testing::Random;

TEST(ChainMutation, ChangedFilesAreRefusedOrGood) {
  Random random(30);
  int taken = 0;
  int refused = 0;
  for (int round = 0; round < 3000 && !HasFailure(); ++round) {
    const Chain chain = testing::randomChain(random);
    const json::Document original = json::parse(toText(chain), "a.json").value();
    std::size_t target = below(random, count(original.root()));
    const std::string text = json::toText(mutated(original.root(), target, random));
    SCOPED_TRACE(text);
    const auto loaded = load(json::parse(text, "a.json").value(), testing::shippedProfile);
    if (!loaded) {
      ++refused;
      expectOrderlyErrors(loaded.error());
      continue;
    }
    ++taken;
    if (!loaded->warnings.empty()) {
      expectOrderlyErrors(loaded->warnings);
    } else {
      testing::expectLegal(testing::shippedDesk(loaded->chain));
    }
    const auto again =
        load(json::parse(toText(loaded->chain), "b.json").value(), testing::shippedProfile);
    ASSERT_TRUE(again) << again.error().front().message();
    EXPECT_EQ(again->chain, loaded->chain);
  }
  EXPECT_GT(taken, 200) << "optional parts may go";
  EXPECT_GT(refused, 1000);
}

TEST(ChainMutation, DamagedTextNeverGetsThrough) {
  Random random(31);
  const std::string bytes = "{}[]\",:0159-.eE\\u \n\xff\xc3";
  for (int round = 0; round < 1000; ++round) {
    std::string text = toText(testing::randomChain(random));
    for (std::size_t changes = 1 + below(random, 4); changes > 0 && !text.empty(); --changes) {
      const std::size_t at = below(random, text.size());
      if (below(random, 2) == 0) {
        text[at] = bytes[below(random, bytes.size())];
      } else {
        text.erase(at, 1 + below(random, 40));
      }
    }
    const auto document = json::parse(text, "a.json");
    if (!document) {
      expectOrderlyErrors({document.error()});
    } else if (const auto loaded = load(*document, testing::shippedProfile); !loaded) {
      expectOrderlyErrors(loaded.error());
    }
  }
}

}  // namespace
}  // namespace linecheck::chain
