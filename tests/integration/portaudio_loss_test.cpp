#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "audio/dead_input.h"
#include "integration/jack_loop.h"
#include "support/own_process.h"

// Servers and clients that go away under a running stream: an error, never a hang or a crash.
namespace linecheck::testing {
namespace {

using audio::StreamState;
using ::testing::HasSubstr;

/// A stream under which the server is made to go away by `end`, until it is seen to be lost.
/// Everything is then taken apart in the ordinary way.
void loseServer(void (JackServer::*end)(), const audio::PortAudioOptions& options) {
  JackLoop loop({}, {}, options);
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  BlockRecorder recorder(2, 2);
  const auto stream = loop.run(recorder);
  ASSERT_NE(stream, nullptr);
  ASSERT_TRUE(recorder.waitForFrames(4096));
  EXPECT_EQ(stream->state(), StreamState::running);
  (loop.server.*end)();
  EXPECT_TRUE(comesTrue([&stream] { return stream->state() == StreamState::lost; }));
  ASSERT_TRUE(stream->fault());
  EXPECT_EQ(stream->fault()->code, ErrorCode::audioDevice);
  EXPECT_THAT(stream->fault()->where, HasSubstr("fault-box"));
  EXPECT_FALSE(stream->stop());
  EXPECT_EQ(stream->state(), StreamState::lost);

  // JACK is gone for this process, but nothing hangs.
  const auto again = loop.backend->open(loop.config, recorder);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, ErrorCode::audioDevice);
  EXPECT_THAT(again.error().what, HasSubstr("restart Linecheck"));
  if (const auto devices = loop.backend->devices()) {
    for (const audio::Device& device : *devices) EXPECT_NE(device.id.hostApi, kJackHostApi);
  }
  loop.server.kill();  // the box cannot leave a server that hangs
}

TEST(ServerLoss, AKilledServerIsALostDevice) {
  expectInOwnProcess([] { loseServer(&JackServer::kill, {}); });
}

TEST(ServerLoss, AServerThatIsQuitIsALostDevice) {
  expectInOwnProcess([] { loseServer(&JackServer::terminate, {}); });
}

// PortAudio goes on calling the stream active, and stopping it hangs.
TEST(ServerLoss, AServerThatHangsIsALostDevice) {
  audio::PortAudioOptions options;
  options.silenceLimit = std::chrono::milliseconds(500);
  options.callLimit = std::chrono::milliseconds(2000);
  expectInOwnProcess([options] { loseServer(&JackServer::freeze, options); });
}

TEST(ServerLoss, IsSurvivedByAStreamThatWasNeverStarted) {
  expectInOwnProcess([] {
    JackLoop loop;
    ASSERT_TRUE(loop.isUp()) << loop.server.output();
    BlockRecorder recorder(2, 2);
    auto stream = loop.backend->open(loop.config, recorder);
    ASSERT_TRUE(stream);
    loop.server.kill();
    EXPECT_FALSE((*stream)->start());
    stream->reset();
  });
}

TEST(ServerLoss, BetweenStreamsIsSurvivedByLookingForDevices) {
  expectInOwnProcess([] {
    JackLoop loop;
    ASSERT_TRUE(loop.isUp()) << loop.server.output();
    ASSERT_TRUE(loop.backend->devices());
    loop.server.kill();
    if (const auto devices = loop.backend->devices()) {
      for (const audio::Device& device : *devices) EXPECT_NE(device.id.hostApi, kJackHostApi);
    }
    BlockRecorder recorder(2, 2);
    EXPECT_EQ(loop.backend->open(loop.config, recorder).error().code, ErrorCode::audioDevice);
  });
}

TEST(ServerLoss, DoesNotKeepTheProcessFromEnding) {
  expectInOwnProcess([] {
    JackServer server;
    ASSERT_TRUE(server.isUp()) << server.output();
    const auto backend = audio::makePortAudioBackend();
    ASSERT_TRUE(backend->devices());
    server.kill();
  });
}

/// A fault box in a process of its own, that can be killed.
class FaultBoxProcess {
 public:
  FaultBoxProcess() {
    int ends[2];
    if (pipe(ends) != 0) return;
    pid_ = fork();
    if (pid_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      close(ends[0]);
      close(ends[1]);
      execl(LINECHECK_FAULT_BOX, LINECHECK_FAULT_BOX, "--name", "fault-box", nullptr);
      _exit(127);
    }
    close(ends[1]);
    char text[3] = {};
    isUp_ = read(ends[0], text, sizeof(text)) == sizeof(text);
    close(ends[0]);
  }
  ~FaultBoxProcess() { kill(); }
  FaultBoxProcess(const FaultBoxProcess&) = delete;
  FaultBoxProcess& operator=(const FaultBoxProcess&) = delete;

  [[nodiscard]] bool isUp() const { return isUp_; }
  void kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

 private:
  pid_t pid_ = -1;
  bool isUp_ = false;
};

/// Plays a tone through the loop until `end` is called and for half a second after; whether the
/// input was live before and seen to fall dead.
template <class End>
void expectDeadInput(audio::Backend& backend, End end) {
  audio::StreamConfig config;
  config.input = audio::DeviceId{kJackHostApi, "fault-box"};
  config.output = config.input;
  BlockRecorder recorder(2, 2,
                         [](std::int64_t frame, int) { return frame % 2 == 0 ? 0.5F : 0.25F; });
  auto stream = backend.open(config, recorder);
  ASSERT_TRUE(stream) << stream.error().message();
  ASSERT_TRUE((*stream)->start());
  ASSERT_TRUE(recorder.waitForFrames(24'000));
  EXPECT_EQ(recorder.samples()[40'000], recorder.samples()[40'004]);
  end();
  const std::int64_t ended = recorder.frames();
  ASSERT_TRUE(recorder.waitForFrames(ended + 24'000));
  // PortAudio sees nothing.
  EXPECT_EQ((*stream)->state(), StreamState::running);
  EXPECT_TRUE((*stream)->stop());

  audio::DeadInputDetector detector(2, 4800);
  const std::vector<float> samples = recorder.samples();
  const std::span<const float> all(samples);
  detector.push(all.first(40'000));
  EXPECT_EQ(detector.life(), audio::InputLife::live);
  detector.push(all.subspan(40'000));
  EXPECT_EQ(detector.life(), audio::InputLife::dead);
  ASSERT_TRUE(detector.diedAt(0));
  EXPECT_LE(*detector.diedAt(0), ended + 4096);
}

TEST(ClientLoss, AClientThatQuitsIsDeadInput) {
  JackLoop loop;
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  expectDeadInput(*loop.backend, [&loop] { loop.box.die(); });
}

TEST(ClientLoss, AClientThatIsKilledIsDeadInput) {
  const JackServer server;
  ASSERT_TRUE(server.isUp()) << server.output();
  FaultBoxProcess box;
  ASSERT_TRUE(box.isUp());
  const auto backend = audio::makePortAudioBackend();
  expectDeadInput(*backend, [&box] { box.kill(); });
}

}  // namespace
}  // namespace linecheck::testing
