#include "midi/message.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace linecheck::midi {
namespace {

std::optional<Message> parsed(std::vector<std::uint8_t> bytes) {
  return parse(bytes);
}

TEST(MidiMessage, ReadsTheKindsThatAControlSends) {
  EXPECT_EQ(parsed({0x90, 36, 100}), (Message{MessageKind::noteOn, 1, 36, 100}));
  EXPECT_EQ(parsed({0x8f, 36, 64}), (Message{MessageKind::noteOff, 16, 36, 64}));
  EXPECT_EQ(parsed({0xb9, 7, 127}), (Message{MessageKind::controlChange, 10, 7, 127}));
  EXPECT_EQ(parsed({0xc1, 5}), (Message{MessageKind::programChange, 2, 5, 0}));
}

TEST(MidiMessage, ANoteOnWithoutVelocityIsANoteOff) {
  EXPECT_EQ(parsed({0x92, 60, 0}), (Message{MessageKind::noteOff, 3, 60, 0}));
}

TEST(MidiMessage, LeavesOutAllElseAndWhatIsBroken) {
  for (const std::vector<std::uint8_t>& bytes : {std::vector<std::uint8_t>{},
                                                 {0xfe},
                                                 {0xf8},
                                                 {0x90},
                                                 {0x90, 60},
                                                 {0xb0, 1},
                                                 {0xc0},
                                                 {0xc0, 1, 2},
                                                 {0x90, 60, 100, 1},
                                                 {0x90, 0x80, 1},
                                                 {0x90, 1, 0xff},
                                                 {0xe0, 0, 64},
                                                 {0xa0, 60, 1},
                                                 {0xd0, 64},
                                                 {60, 100, 1},
                                                 {0xf0, 0x7e, 0xf7}}) {
    EXPECT_FALSE(parse(bytes)) << ::testing::PrintToString(bytes);
  }
}

RC_GTEST_PROP(MidiMessage, NothingThatIsReadIsOutOfRange, (std::vector<std::uint8_t> bytes)) {
  const auto message = parse(bytes);
  if (!message) return;
  RC_ASSERT(message->channel >= 1 && message->channel <= 16);
  RC_ASSERT(message->number <= 127 && message->value <= 127);
}

}  // namespace
}  // namespace linecheck::midi
