#pragma once

#include "json/value.h"
#include "profiles/figure_writer.h"
#include "profiles/profile.h"

/// One function for each part of a profile, with its keys in the order of the shipped files.
namespace linecheck::profiles {

[[nodiscard]] json::Object write(const Port& port, const FigureWriter& figures);
[[nodiscard]] json::Object write(const Control& control, const FigureWriter& figures);
[[nodiscard]] json::Object write(const Power& power, const FigureWriter& figures);
[[nodiscard]] json::Object write(const Headphones& headphones, const FigureWriter& figures);

}  // namespace linecheck::profiles
