#include "support/jack/jack_server.h"

#include <gtest/gtest.h>
#include <jack/jack.h>

#include <cstdlib>
#include <filesystem>

namespace linecheck::testing {
namespace {

/// Files of the server in /dev/shm that bear its name.
int leftovers(const std::string& server) {
  int count = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/dev/shm", error)) {
    count += entry.path().filename().string().find(server) != std::string::npos ? 1 : 0;
  }
  return count;
}

/// The rate of the server that the environment leads to; 0 without one.
int rateOfDefaultServer() {
  jack_status_t status{};
  jack_client_t* client = jack_client_open("rate", JackNoStartServer, &status);
  if (client == nullptr) return 0;
  const auto rate = static_cast<int>(jack_get_sample_rate(client));
  jack_client_close(client);
  return rate;
}

class JackServerRate : public ::testing::TestWithParam<int> {};

TEST_P(JackServerRate, RunsAtTheRateAskedFor) {
  const JackServer server({GetParam(), 256});
  ASSERT_TRUE(server.isUp()) << server.output();
  EXPECT_EQ(std::getenv("JACK_DEFAULT_SERVER"), server.name());
  EXPECT_EQ(rateOfDefaultServer(), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Rates, JackServerRate, ::testing::Values(44'100, 192'000));

TEST(JackServer, EndsInEveryWayWithoutLeavingAnything) {
  for (const auto end : {&JackServer::kill, &JackServer::terminate, &JackServer::freeze}) {
    std::string name;
    {
      JackServer server;
      ASSERT_TRUE(server.isUp()) << server.output();
      name = server.name();
      EXPECT_GT(leftovers(name), 0);
      (server.*end)();
    }
    EXPECT_EQ(rateOfDefaultServer(), 0);
    EXPECT_EQ(leftovers(name), 0);
  }
}

TEST(JackServer, OutputTellsWhyItDidNotComeUp) {
  const JackServer server({-1, 256});
  EXPECT_FALSE(server.isUp());
  EXPECT_NE(server.output(), "");
}

}  // namespace
}  // namespace linecheck::testing
