#pragma once

#include "dsp/random.h"
#include "simulation/sources/periodic_wave.h"

namespace linecheck::simulation {

/// The mains voltage through a loop: recorded grids' medians (H2 −64, H3 −32.5, H5 −33.6, H7 −39.7,
/// H9 −42.6, H11 −43, H13 −44 dBc), then slowly falling; each grid strays from them by some 5 dB.
/// Through supply capacitors the high orders gain up to 6 dB per decade. In three desks of ten a
/// little 100 Hz of rectifiers is there too, −45…−60 dBc. In one of six the orders from 9 up are
/// lower by 10…40 dB.
[[nodiscard]] Harmonics groundLoopHarmonics(dsp::Random& random);

/// The mains voltage through a small capacitance, which gives order l another 20·log10(l): H3 near
/// −23 and H13 near −22 dBc, up to order 40; triplens up to 4 dB stronger.
[[nodiscard]] Harmonics leakageHarmonics(dsp::Random& random);

/// A transformer's field: H3 −40…−55, H2 −45…−60, H5 −50…−65 dBc and nothing above.
[[nodiscard]] Harmonics magneticHarmonics(dsp::Random& random);

/// A full-wave rectifier's ripple: orders 2, 4, 6… falling between 1/n and 1/n² as a charged
/// capacitor's sawtooth does. Its unequal halves leave a fundamental and odd orders, −12…−35 dB.
[[nodiscard]] Harmonics rippleHarmonics(dsp::Random& random);

/// A wave cut at a firing angle of 30…150° by a triac, through a small capacitance: as many orders
/// as asked for, whose edges are a spike in each half wave, flat up to some kilohertz and 1/l
/// above. The halves are cut nearly alike, which keeps the even orders low.
[[nodiscard]] Harmonics dimmerHarmonics(dsp::Random& random, double mainsHertz, int orders);

}  // namespace linecheck::simulation
