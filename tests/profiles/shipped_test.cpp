#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include "json/schema.h"
#include "profiles/library.h"
#include "profiles/listing.h"
#include <fmt/format.h>
namespace linecheck::profiles {
TEST(X,Y){
  const auto lib=Library::load({LINECHECK_SOURCE_DIR "/device-profiles",{}});
  for(const auto&f:lib.faults()) for (const auto&e:f.errors) ADD_FAILURE()<<e.message();
  auto schema=json::Schema::compile(json::parseFile(LINECHECK_SOURCE_DIR "/device-profiles/schema/profile-1.schema.json").value()).value();
  for(const auto&e:lib.entries()) {
    for (const auto&x: schema.validate(json::parseFile(e.file).value())) ADD_FAILURE()<<x.message();
    if (getenv("LIST")) { fmt::print("== {}\n", e.profile.name()); for (const auto& r: figureRows(e.profile)) fmt::print("{}{:45} {:35} {}\n", r.isUsed?' ':'~', r.name, r.value, r.provenance.note); }
  }
  EXPECT_EQ(lib.entries().size(),13U);
}
}
