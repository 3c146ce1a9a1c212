#include "system/pulse_streams_linux.h"

#include <pulse/introspect.h>
#include <pulse/proplist.h>

#include <string_view>

#include "system/pulse_setting_linux.h"

namespace linecheck::system {
namespace {

struct Listing {
  PulsePlace place;
  std::vector<PulseStream> streams;
};

template <class Info>
PulseStream streamOf(const Info& info, Direction direction) {
  const char* program = pa_proplist_gets(info.proplist, PA_PROP_APPLICATION_NAME);
  if (program == nullptr) program = info.name;
  return {direction, info.index, program != nullptr ? program : ""};
}

void takePlaying(pa_context* /*context*/, const pa_sink_input_info* info, int end, void* listing) {
  if (end != 0) return;
  auto& into = *static_cast<Listing*>(listing);
  if (info->sink == into.place.sink) into.streams.push_back(streamOf(*info, Direction::output));
}

void takeRecording(pa_context* /*context*/, const pa_source_output_info* info, int end,
                   void* listing) {
  if (end != 0) return;
  auto& into = *static_cast<Listing*>(listing);
  const bool isMeter =
      info->resample_method != nullptr && std::string_view(info->resample_method) == "peaks";
  if (info->source == into.place.source && !isMeter) {
    into.streams.push_back(streamOf(*info, Direction::input));
  }
}

// What ends meanwhile cannot be moved, and need not.
Result<void> move(PulseConnection& connection, const PulseStream& stream, const PulsePlace& to,
                  PulseConnection::Deadline deadline) {
  bool isMoved = false;
  return connection.run(deadline, [&](pa_context* c) {
    return stream.direction == Direction::output
               ? pa_context_move_sink_input_by_index(c, stream.index, to.sink, takeSuccess,
                                                     &isMoved)
               : pa_context_move_source_output_by_index(c, stream.index, to.source, takeSuccess,
                                                        &isMoved);
  });
}

}  // namespace

Result<std::vector<PulseStream>> streamsOn(PulseConnection& connection, const PulsePlace& place,
                                           PulseConnection::Deadline deadline) {
  Listing listing{place, {}};
  auto done = connection.run(deadline, [&](pa_context* c) {
    return pa_context_get_sink_input_info_list(c, takePlaying, &listing);
  });
  if (done) {
    done = connection.run(deadline, [&](pa_context* c) {
      return pa_context_get_source_output_info_list(c, takeRecording, &listing);
    });
  }
  if (!done) return fail(done.error());
  return std::move(listing.streams);
}

Result<std::vector<PulseStream>> moveStreams(PulseConnection& connection, const PulsePlace& from,
                                             const PulsePlace& to,
                                             PulseConnection::Deadline deadline) {
  constexpr int kRounds = 3;  // For those that begin meanwhile.
  for (int round = 0; round < kRounds; ++round) {
    auto streams = streamsOn(connection, from, deadline);
    if (!streams || streams->empty()) return streams;
    for (const PulseStream& stream : *streams) {
      if (const auto done = move(connection, stream, to, deadline); !done) {
        return fail(done.error());
      }
    }
  }
  return streamsOn(connection, from, deadline);
}

}  // namespace linecheck::system
