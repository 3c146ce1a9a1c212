#pragma once

#include <windows.h>
// After windows.h.
#include <mmdeviceapi.h>

#include <cstdint>
#include <string>

#include "base/result.h"

/// What all of our Windows code needs of COM and of its texts.
namespace linecheck::system {

/// Owns one reference to a COM object.
template <class T>
class ComPointer {
 public:
  ComPointer() = default;
  ~ComPointer() { reset(); }
  ComPointer(const ComPointer& other) : object_(other.object_) {
    if (object_ != nullptr) object_->AddRef();
  }
  ComPointer(ComPointer&& other) noexcept : object_(other.object_) { other.object_ = nullptr; }
  ComPointer& operator=(ComPointer other) noexcept {
    T* mine = object_;
    object_ = other.object_;
    other.object_ = mine;
    return *this;
  }

  [[nodiscard]] T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }

  /// Where a COM call writes its result to.
  [[nodiscard]] T** put() {
    reset();
    return &object_;
  }
  [[nodiscard]] void** putVoid() { return reinterpret_cast<void**>(put()); }

 private:
  void reset() {
    if (object_ != nullptr) object_->Release();
    object_ = nullptr;
  }

  T* object_ = nullptr;
};

[[nodiscard]] std::string utf8(const wchar_t* text);
[[nodiscard]] std::wstring utf16(const std::string& text);

/// What a failed call means to the user.
[[nodiscard]] tl::unexpected<Error> comFailure(HRESULT result, std::string where = {});

}  // namespace linecheck::system
