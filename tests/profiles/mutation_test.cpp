#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "json/writer.h"
#include "profiles/test_support.h"
#include "support/json_mutation.h"

namespace linecheck::profiles {
namespace {

using linecheck::testing::below;
using linecheck::testing::count;
using linecheck::testing::expectOrderlyErrors;
using linecheck::testing::mutated;
using linecheck::testing::Random;

std::string textOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

// The loader and the schema are two descriptions of one format: what the loader takes, the schema
// must allow.
TEST(Mutation, ChangedDocumentsAreRefusedOrGood) {
  const json::Schema schema = profileSchema();
  Random random(20);
  int taken = 0;
  int refused = 0;
  for (const auto& file : shippedFiles()) {
    const json::Document original = json::parseFile(file).value();
    const std::size_t values = count(original.root());
    for (int round = 0; round < 60; ++round) {
      std::size_t target = below(random, values);
      const std::string text = json::toText(mutated(original.root(), target, random));
      const json::Document document = json::parse(text, "a.json").value();
      const auto profile = load(document);
      if (profile) {
        ++taken;
        for (const Error& error : schema.validate(document)) {
          ADD_FAILURE() << file << ": " << error.message();
        }
      } else {
        ++refused;
        expectOrderlyErrors(profile.error());
      }
    }
  }
  EXPECT_GT(taken, 20) << "optional parts may go";
  EXPECT_GT(refused, 400);
}

TEST(Mutation, DamagedTextNeverGetsThrough) {
  Random random(21);
  const std::string bytes = "{}[]\",:0159-.eE\\u \n\xff\xc3";
  for (const auto& file : shippedFiles()) {
    const std::string original = textOf(file);
    for (int round = 0; round < 60; ++round) {
      std::string text = original;
      for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
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
      } else if (const auto profile = load(*document); !profile) {
        expectOrderlyErrors(profile.error());
      }
    }
  }
}

TEST(Mutation, EveryBeginningOfAFileIsRefused) {
  const std::string text = textOf(shippedFolder() / "headphones" / "neuropunk-m1.json");
  for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
    EXPECT_FALSE(json::parse(std::string_view(text).substr(0, length), "a.json")) << length;
  }
}

}  // namespace
}  // namespace linecheck::profiles
