// A hunt with somebody at the terminal, who listens through PortAudio.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "cli/run.h"
#include "support/jack/fault_box.h"
#include "support/jack/jack_server.h"

namespace linecheck::testing {
namespace {

using ::testing::HasSubstr;

TEST(HuntTalk, SaysWhatToDoAndHearsWhatBecameOfIt) {
  const JackServer server;
  ASSERT_TRUE(server.isUp()) << server.output();
  FaultBox::Options options;
  options.fault.hum = {{50, -60}, {150, -75}, {250, -78}, {350, -84}};
  options.fault.noiseDbfs = -95;
  const FaultBox box(options);
  ASSERT_TRUE(box.isUp());
  const auto desk = std::filesystem::path(LINECHECK_SOURCE_DIR) / "docs" / "examples" /
                    "zen-go-l30-ii-faults.chain.json";
  // The first step is done, the second one can't be, then it is enough.
  std::istringstream answers("\ns\nq\n");
  std::ostringstream out, err;
  const int status = cli::run(
      {"hunt", "--backend", "portaudio", "--input", options.name, "--chain", desk.string()}, out,
      err, &answers);
  EXPECT_EQ(status, 0) << err.str();
  EXPECT_THAT(err.str(), HasSubstr("Enter when done, s if you can't"));
  EXPECT_THAT(out.str(), HasSubstr("Heard: "));
  EXPECT_THAT(out.str(), HasSubstr("unchanged: "));
  EXPECT_THAT(out.str(), HasSubstr("Skipped: "));
  EXPECT_THAT(out.str(), HasSubstr("Not at the end. What is left: "));
}

}  // namespace
}  // namespace linecheck::testing
