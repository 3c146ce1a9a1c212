// A fault box in a process of its own, for trying things by hand and for tests that kill it:
//   fault-box --name box --hum 50:-60 --hum 100:-70 --noise -100
// It prints "up" once the JACK server has it, and runs until it is ended.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "support/jack/fault_box.h"

int main(int argc, char** argv) {
  using linecheck::testing::FaultBox;
  FaultBox::Options options;
  std::vector<std::pair<double, double>> hum;
  CLI::App app("A JACK client that sends back what it gets, with faults.");
  app.add_option("--name", options.name, "Name of the JACK client");
  app.add_option("--channels", options.channels, "Channels each way")->check(CLI::Range(1, 64));
  app.add_option("--gain", options.fault.gainDb, "dB");
  app.add_option("--hum", hum, "HZ:DBFS, any number of times")->delimiter(':');
  app.add_option("--noise", options.fault.noiseDbfs, "dBFS");
  CLI11_PARSE(app, argc, argv);
  for (const auto& [frequency, level] : hum) options.fault.hum.push_back({frequency, level});

  const FaultBox box(options);
  if (!box.isUp()) {
    std::cerr << "No JACK server took the fault box.\n";
    return 1;
  }
  std::cout << "up" << std::endl;
  pause();
}
