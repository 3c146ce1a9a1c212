#include "audio/file/sndfile.h"

#include <algorithm>

namespace linecheck::audio {
namespace {

std::fstream& streamOf(void* user) {
  return *static_cast<std::fstream*>(user);
}

sf_count_t length(void* user) {
  auto& stream = streamOf(user);
  stream.clear();
  const auto here = stream.tellg();
  stream.seekg(0, std::ios::end);
  const auto end = stream.tellg();
  stream.seekg(here);
  return end;
}

sf_count_t seek(sf_count_t offset, int whence, void* user) {
  auto& stream = streamOf(user);
  stream.clear();
  const auto from = whence == SEEK_SET   ? std::ios::beg
                    : whence == SEEK_CUR ? std::ios::cur
                                         : std::ios::end;
  stream.seekg(offset, from);
  return stream.tellg();
}

sf_count_t read(void* buffer, sf_count_t count, void* user) {
  auto& stream = streamOf(user);
  stream.read(static_cast<char*>(buffer), count);
  return stream.gcount();
}

sf_count_t write(const void* buffer, sf_count_t count, void* user) {
  auto& stream = streamOf(user);
  stream.write(static_cast<const char*>(buffer), count);
  return stream ? count : 0;
}

sf_count_t tell(void* user) {
  return streamOf(user).tellg();
}

}  // namespace

Sndfile::Sndfile(std::fstream& stream, int mode, SF_INFO info) : info_(info) {
  static SF_VIRTUAL_IO io{length, seek, read, write, tell};
  handle_.reset(sf_open_virtual(&io, mode, &info_, &stream));
}

std::string Sndfile::error() const {
  std::string text = sf_strerror(handle_.get());
  std::replace(text.begin(), text.end(), '\n', ' ');
  while (!text.empty() && (text.back() == ' ' || text.back() == '.')) text.pop_back();
  return text;
}

bool Sndfile::close() {
  return sf_close(handle_.release()) == 0;
}

}  // namespace linecheck::audio
