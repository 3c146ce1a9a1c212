#include "system/com_windows.h"

#include <fmt/format.h>

#include <utility>

namespace linecheck::system {

std::string utf8(const wchar_t* text) {
  if (text == nullptr) return {};
  const int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
  if (length <= 1) return {};
  std::string result(static_cast<std::size_t>(length), '\0');
  WideCharToMultiByte(CP_UTF8, 0, text, -1, result.data(), length, nullptr, nullptr);
  result.pop_back();  // The end of the C string, which Windows counts.
  return result;
}

std::wstring utf16(const std::string& text) {
  const int length = MultiByteToWideChar(CP_UTF8, 0, text.c_str(), -1, nullptr, 0);
  if (length <= 1) return {};
  std::wstring result(static_cast<std::size_t>(length), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, text.c_str(), -1, result.data(), length);
  result.pop_back();
  return result;
}

tl::unexpected<Error> comFailure(HRESULT result, std::string where) {
  constexpr auto kNotFound = static_cast<HRESULT>(0x80070490);     // ERROR_NOT_FOUND
  constexpr auto kInvalidated = static_cast<HRESULT>(0x88890004);  // AUDCLNT_E_DEVICE_INVALIDATED
  constexpr auto kServiceStopped = static_cast<HRESULT>(0x88890010);  // …_SERVICE_NOT_RUNNING
  if (result == kNotFound || result == kInvalidated) {
    return fail(ErrorCode::notFound, "There is no such output or input any more.",
                std::move(where));
  }
  if (result == kServiceStopped) {
    return fail(ErrorCode::audioDevice,
                "The service Windows Audio does not run, so the system's sound settings cannot be "
                "read. Start it, or restart the computer.");
  }
  return fail(ErrorCode::audioDevice,
              fmt::format("Windows refuses to tell or set this (0x{:08X}).",
                          static_cast<std::uint32_t>(result)),
              std::move(where));
}

}  // namespace linecheck::system
