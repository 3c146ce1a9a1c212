#pragma once

namespace linecheck::audio {

/// From now on an abort() on this thread stops the thread for ever instead of ending the program.
/// Other threads' aborts end it as before. Does nothing on systems whose drivers do not assert.
void parkThisThreadOnAbort();

}  // namespace linecheck::audio
