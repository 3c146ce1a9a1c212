#include "document/new_pair.h"

#include <gtest/gtest.h>

#include "document/chain_document.h"
#include "support/chain/shipped_desk.h"

namespace linecheck::ui {
namespace {

class NewPairTest : public ::testing::Test {
 protected:
  [[nodiscard]] const profiles::Profile& profile(const char* id) const {
    return library.find(id)->profile;
  }
  [[nodiscard]] Result<NewPair> pair(const profiles::Profile& headphones) const {
    return newPair(document.desk(), document.lookup(), profile("topping-l30-ii"), "headphones",
                   headphones);
  }
  [[nodiscard]] std::string outputOf(const char* id) const {
    for (const auto& port : profile(id).ports) {
      if (port.direction == profiles::Direction::out &&
          std::count(port.signals.begin(), port.signals.end(), profiles::Signal::headphone) > 0) {
        return port.id;
      }
    }
    return {};
  }

  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
};

TEST_F(NewPairTest, HeadphonesWithoutAPlugArePutThereUnconnected) {
  profiles::Profile plugless = profile("neuropunk-m1");
  plugless.ports.clear();
  const auto made = pair(plugless);
  ASSERT_TRUE(made);
  EXPECT_NE(made->unconnectedBecause, "");
  ASSERT_TRUE(document.apply(made->edit));
  EXPECT_EQ(document.chain().devices.size(), 2u);
  EXPECT_TRUE(document.chain().cables.empty());
}

TEST_F(NewPairTest, AnAmplifierOnTheDeskIsTakenAndNotPutThereAgain) {
  const auto first = newPair(document.desk(), document.lookup(), profile("topping-l30-ii"),
                             outputOf("topping-l30-ii"), profile("neuropunk-m1"));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->unconnectedBecause, "");
  ASSERT_TRUE(document.apply(first->edit));
  document.undoAction()->trigger();
  ASSERT_TRUE(document.chain().devices.empty());

  ASSERT_TRUE(document.apply(chain::addDevice(document.desk(), &profile("topping-l30-ii"))));
  const auto second = newPair(document.desk(), document.lookup(), profile("topping-l30-ii"),
                              outputOf("topping-l30-ii"), profile("neuropunk-m1"));
  ASSERT_TRUE(second);
  ASSERT_TRUE(document.apply(second->edit));
  EXPECT_EQ(document.chain().devices.size(), 2u);
  EXPECT_EQ(document.chain().cables.size(), 1u);
}

TEST_F(NewPairTest, ATakenOutputIsTold) {
  document.replace(linecheck::testing::shippedDesk());
  const std::size_t before = document.chain().devices.size();
  const auto made = newPair(document.desk(), document.lookup(), profile("topping-l30-ii"),
                            outputOf("topping-l30-ii"), profile("neuropunk-m1"));
  ASSERT_TRUE(made);
  EXPECT_NE(made->unconnectedBecause, "");
  ASSERT_TRUE(document.apply(made->edit));
  EXPECT_EQ(document.chain().devices.size(), before + 1);
}

}  // namespace
}  // namespace linecheck::ui
