#include "system/pulse_server_linux.h"

#include <string_view>

namespace linecheck::system {

SoundServer pulseServer(const std::string& name, const std::string& version) {
  constexpr std::string_view kPipeWire = "PipeWire";
  const std::size_t at = name.find(kPipeWire);
  if (at == std::string::npos) return {SoundServer::Kind::pulseAudio, version};
  const std::size_t first = name.find_first_of("0123456789", at);
  if (first == std::string::npos) return {SoundServer::Kind::pipeWire, {}};
  return {SoundServer::Kind::pipeWire, name.substr(first, name.find_first_of(" )", first) - first)};
}

}  // namespace linecheck::system
