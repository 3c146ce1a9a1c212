#include "system/pulse_server_linux.h"

#include <gtest/gtest.h>

namespace linecheck::system {
namespace {

TEST(PulseServerName, PulseAudioGivesItsOwnVersion) {
  const SoundServer server = pulseServer("pulseaudio", "16.1");
  EXPECT_EQ(server.kind, SoundServer::Kind::pulseAudio);
  EXPECT_EQ(server.text(), "PulseAudio 16.1");
}

TEST(PulseServerName, PipeWireIsNotTakenForThePulseAudioThatItStandsInFor) {
  const SoundServer server = pulseServer("PulseAudio (on PipeWire 0.3.65)", "15.0.0");
  EXPECT_EQ(server.kind, SoundServer::Kind::pipeWire);
  EXPECT_EQ(server.text(), "PipeWire 0.3.65");
}

TEST(PulseServerName, AVersionThatIsNotToldIsLeftOut) {
  EXPECT_EQ(pulseServer("PulseAudio (on PipeWire)", "15.0.0").text(), "PipeWire");
  EXPECT_EQ(pulseServer("pulseaudio", "").text(), "PulseAudio");
}

}  // namespace
}  // namespace linecheck::system
