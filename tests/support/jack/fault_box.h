#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "simulation/path_config.h"

namespace linecheck::testing {

/// A sine that a fault adds; 0 dBFS is a sine of peak 1.
struct AddedLine {
  double frequencyHz = 50;
  double levelDbfs = -60;
};

/// Samples that go missing on the way, at a place in the signal: frame 0 is the first one that is
/// not exactly zero on every channel.
struct Dropout {
  enum class Kind {
    removed,  ///< What follows comes that much earlier.
    zeroed,   ///< What follows keeps its time.
  };
  std::int64_t frame = 0;
  int frames = 1;
  Kind kind = Kind::removed;
};

struct Fault {
  double gainDb = 0;                ///< 0 passes samples bit for bit.
  std::vector<AddedLine> hum;       ///< Phase 0 at the box's first frame.
  std::optional<double> noiseDbfs;  ///< White, Gaussian; RMS re that of a full-scale sine.
  std::uint64_t noiseSeed = 1;
  std::optional<int> onlyChannel;  ///< 0-based: hum and noise on this one only.
  std::vector<Dropout> dropouts;   ///< In order. Removed ones need a stock of samples: a delay.
};

/// A JACK client with ports in_1… and out_1… that sends what it gets back, with faults: to
/// PortAudio an audio interface with a loopback cable. It works in this process, in JACK's
/// callback, and to the sample: the same input and faults give the same output.
class FaultBox {
 public:
  struct Options {
    std::string name = "fault-box";  ///< The device's name in PortAudio.
    int channels = 2;
    /// Run before the fault, from the box's first frame on. Its latency comes on top.
    std::optional<simulation::PathConfig> path;
    Fault fault;
  };

  /// Becomes a client of the server that JACK_DEFAULT_SERVER names.
  explicit FaultBox(const Options& options);
  FaultBox() : FaultBox(Options{}) {}
  ~FaultBox();
  FaultBox(const FaultBox&) = delete;
  FaultBox& operator=(const FaultBox&) = delete;

  /// Whether the server took it.
  [[nodiscard]] bool isUp() const;
  /// Frames by which it holds samples back, for removed dropouts; JACK adds a period.
  [[nodiscard]] int delayFrames() const;
  /// Frames since it started.
  [[nodiscard]] std::int64_t frames() const;
  /// Frames that dropouts have taken.
  [[nodiscard]] std::int64_t droppedFrames() const;
  /// Interruptions that the server has told of.
  [[nodiscard]] int xruns() const;

  /// From the next period on, this path and this fault, as if just started.
  void change(const std::optional<simulation::PathConfig>& path, const Fault& fault);
  /// Goes away while others are connected.
  void die();
  /// Holds the server up once, for this many of its periods: an xrun.
  void stall(int periods);
  /// Runs the server as fast as it goes, or in real time again; false if it refuses. To keep
  /// tests quick: on after a stream is started, off before it is stopped.
  bool setFreewheel(bool on);

 private:
  class Client;
  std::unique_ptr<Client> client_;
};

}  // namespace linecheck::testing
